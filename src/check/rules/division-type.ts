import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const divisionType: Rule = {
  id: 'division-type',
  severity: 'error',
  profile: 'frus',
  why: 'Divisions are compilation, chapter, subchapter, section, document or toc.',
  wrong: '<div type="chaptre" xml:id="ch1"><head>The Japan Desk</head></div>',
  right: '<div type="chapter" xml:id="ch1"><head>The Japan Desk</head></div>',
  visitor: ({ report }) => ({
    elements: {
      div(div) {
        const type = attribute(div, 'type');
        if (!type) report(div, 'A division without @type');
        else if (!TYPES.has(type.value)) report(type, `“${type.value}” is no type of division`);
      },
    },
  }),
};

const TYPES = new Set(['compilation', 'chapter', 'subchapter', 'section', 'document', 'toc', 'online-supplement']);
