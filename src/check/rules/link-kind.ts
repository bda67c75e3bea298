import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const linkKind: Rule = {
  id: 'link-kind',
  severity: 'error',
  profile: 'frus',
  why: 'persName/@corresp leads to a person (#p_…), gloss/@target to a term (#t_…), ref/@target to a document, note or page.',
  wrong: '<p>sent to <gloss target="#p_AJM1">NATO</gloss></p>',
  right: '<p>sent to <gloss target="#t_NATO1">NATO</gloss></p>',
  visitor: ({ report }) => ({
    elements: {
      persName(element) {
        const link = attribute(element, 'corresp');
        if (link && !/^#?p_|^\S+#p_|\s/.test(link.value))
          report(link, `A persName leads to “${link.value}”, not to a person`);
      },
      gloss(element) {
        const link = attribute(element, 'target');
        if (link && !/^#?t_|^\S+#t_|\s/.test(link.value))
          report(link, `A gloss leads to “${link.value}”, not to a term`);
      },
      ref(element) {
        const link = attribute(element, 'target');
        if (link && /^#[pt]_/.test(link.value)) report(link, `A ref leads to “${link.value}”: a person or a term`);
      },
    },
  }),
};
