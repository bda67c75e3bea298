import type { Rule } from './rule.js';
import { around, attr, textIn } from './tree.js';

export const listComma: Rule = {
  id: 'list-comma',
  severity: 'info',
  profile: 'frus',
  why: 'In the lists of persons and terms the comma behind the entry’s name stands outside hi.',
  wrong:
    '<div xml:id="terms"><list><item><hi rend="strong"><term xml:id="t_NA1">NA</term>,</hi> Northeast Asian Affairs</item></list></div>',
  right:
    '<div xml:id="terms"><list><item><hi rend="strong"><term xml:id="t_NA1">NA</term></hi>, Northeast Asian Affairs</item></list></div>',
  fixes: true,
  visitor: ({ report, of }) => ({
    elements: {
      hi(hi) {
        if (attr(hi, 'rend') !== 'strong' || hi.parent?.name !== 'item') return;
        const division = around(hi, 'div');
        if (!/^(?:persons|terms|abbreviations)/.test((division && attr(division, 'xml:id')) ?? '')) return;
        if (!textIn(of.scan, hi).endsWith(',')) return;
        const last = hi.children.at(-1);
        const at = hi.closeStart - 1;
        const fix = [
          { start: at, end: hi.closeStart, text: '' },
          { start: hi.end, end: hi.end, text: ',' },
        ];
        report({ start: at, end: hi.closeStart }, 'The comma stands inside hi', last?.type === 'text' ? { fix } : {});
      },
    },
  }),
};
