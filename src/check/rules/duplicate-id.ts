import type { Rule } from './rule.js';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  profile: 'tei',
  why: 'An xml:id names one element of a file: with two, every link to it is in doubt.',
  wrong: '<div><p xml:id="d1fn1">One.</p><p xml:id="d1fn1">Two.</p></div>',
  right: '<div><p xml:id="d1fn1">One.</p><p xml:id="d1fn2">Two.</p></div>',
  visitor: ({ report, of }) => ({
    any(element) {
      for (const attribute of element.attributes) {
        if (attribute.name === 'xml:id' && of.ids.get(attribute.value) !== element) {
          report(attribute, `The id “${attribute.value}” is taken already`);
        }
      }
    },
  }),
};
