import { position, type Source } from '../../source.js';
import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { sourceOf } from './tree.js';

/** In the hint: a message with a line in it would be another one for baselines as soon as lines move. */
export const takenBy = (of: Source, { written, start }: ScanElement): string =>
  `<${written}> of line ${position(of, start).line} has it.`;

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  profile: 'tei',
  why: 'An xml:id names one element of a file: with two, every link to it is in doubt.',
  wrong: '<div><p xml:id="d1fn1">One.</p><p xml:id="d1fn1">Two.</p></div>',
  right: '<div><p xml:id="d1fn1">One.</p><p xml:id="d1fn2">Two.</p></div>',
  visitor: ({ report, of }) => ({
    attributes: {
      'xml:id'(attribute, element) {
        const first = of.ids.get(attribute.value);
        if (first === undefined || first === element) return;
        const hint = takenBy(sourceOf(of.scan), first);
        report(attribute, `The id “${attribute.value}” is taken already`, { hint });
      },
    },
  }),
};
