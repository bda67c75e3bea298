import { listed, type Named, namedBy } from './entry.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const linkKind: Rule = {
  id: 'link-kind',
  severity: 'error',
  profile: 'frus',
  why: 'persName/@corresp leads to a person, gloss/@target to a term, ref/@target to a document, note or page. The list tells which an id is of; where the file has none, p_… is a person, t_… a term.',
  wrong: '<p>sent to <gloss target="#p_AJM1">NATO</gloss></p>',
  right: '<p>sent to <gloss target="#t_NATO1">NATO</gloss></p>',
  visitor: ({ report, of }) => {
    let lists: ReadonlySet<Named | undefined> | undefined;
    /** Whether a link, `#id` or `id`, may lead to this; of one id only, as grammars see to the rest. */
    const leadsTo = (value: string, wanted: 'person' | 'term'): boolean => {
      const hash = value.indexOf('#');
      const named = namedBy(value.slice(hash + 1), of.ids);
      if (named === wanted || /\s/.test(value)) return true;
      if (named !== undefined || hash < 0) return false;
      if (hash > 0) return true;
      // An id of no telling form is one of a list elsewhere, unless the file has the list.
      lists ??= listed(of.ids);
      return !lists.has(wanted);
    };
    return {
      elements: {
        persName(element) {
          const link = attribute(element, 'corresp');
          if (link && !leadsTo(link.value, 'person'))
            report(link, `A persName leads to “${link.value}”, not to a person`);
        },
        gloss(element) {
          const link = attribute(element, 'target');
          if (link && !leadsTo(link.value, 'term')) report(link, `A gloss leads to “${link.value}”, not to a term`);
        },
        ref(element) {
          const link = attribute(element, 'target');
          const named = link?.value.startsWith('#') ? namedBy(link.value.slice(1), of.ids) : undefined;
          if (link && (named === 'person' || named === 'term'))
            report(link, `A ref leads to “${link.value}”: a person or a term`);
        },
      },
      forget() {
        lists = undefined;
      },
    };
  },
};
