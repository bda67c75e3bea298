import { namedBy } from './entry.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const linkHash: Rule = {
  id: 'link-hash',
  severity: 'error',
  profile: 'frus',
  why: 'A link inside the volume begins with “#”: without it the same letters name a file.',
  wrong: '<p>See <ref target="d37">Document 37</ref>.</p>',
  right: '<p>See <ref target="#d37">Document 37</ref>.</p>',
  fixes: true,
  visitor: ({ report, of }) => {
    const check = (name: string) => (element: Parameters<typeof attribute>[0]) => {
      const link = attribute(element, name);
      if (!link || link.value.startsWith('#')) return;
      const { value } = link;
      // Of files, too, ids are names: only what is an id of this file, or has the form of one, lacks its “#”.
      const isId = of.ids.has(value) ? namedBy(value, of.ids) : of.included.has(value) || LIKE_ID.test(value);
      if (!isId) return;
      const at = link.valueStart;
      report(link, `“${value}” has no “#” before it`, { fix: [{ start: at, end: at, text: '#' }] });
    };
    return { elements: { ref: check('target'), gloss: check('target'), persName: check('corresp') } };
  },
};

/** The forms that ids of documents, notes, pages and entries have in this series. */
const LIKE_ID = /^(?:d\d+[A-Z]?(?:fn\d+)?|p_\S+|t_\S+|pg_\w+)$/;
