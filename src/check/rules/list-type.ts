import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const listType: Rule = {
  id: 'list-type',
  severity: 'warning',
  profile: 'frus',
  why: 'Lists have the types that the edition’s stylesheets know.',
  wrong: '<list type="participant"><item>Mr. Allison</item></list>',
  right: '<list type="participants"><item>Mr. Allison</item></list>',
  visitor: ({ report }) => ({
    elements: {
      list(list) {
        const type = attribute(list, 'type');
        if (type && !TYPES.has(type.value))
          report(type, `“${type.value}” is no type of list`, { hint: `There are ${[...TYPES].join(', ')}.` });
      },
    },
  }),
};

const TYPES = new Set(
  'subject participants to from references simple terms persons names sources toc index gloss bulleted ordered'.split(
    ' ',
  ),
);
