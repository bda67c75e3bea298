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
      if (!link || !/^(?:d\d+[A-Z]?(?:fn\d+)?|p_\S+|t_\S+|pg_\w+|ch\d+\w*|comp\d+)$/.test(link.value)) return;
      if (!of.ids.has(link.value) && !/^(?:d\d|p_|t_|pg_)/.test(link.value)) return;
      const at = link.valueStart;
      report(link, `“${link.value}” has no “#” before it`, { fix: [{ start: at, end: at, text: '#' }] });
    };
    return { elements: { ref: check('target'), gloss: check('target'), persName: check('corresp') } };
  },
};
