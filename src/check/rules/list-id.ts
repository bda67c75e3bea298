import type { ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { attribute } from './tree.js';

export const listId: Rule = {
  id: 'list-id',
  severity: 'warning',
  profile: 'frus',
  why: 'The entries of the lists have ids of one form: p_AJM1 or p_AJM_1 for persons, t_NATO1 or t_NATO_1 for terms.',
  wrong: '<item><persName xml:id="allison">Allison, John M.</persName></item>',
  right: '<item><persName xml:id="p_AJM1">Allison, John M.</persName></item>',
  visitor: ({ report }) => {
    const check = (form: RegExp, example: string) => (element: ScanElement) => {
      const id = attribute(element, 'xml:id');
      if (id && !form.test(id.value)) report(id, `The id “${id.value}” has not the form ${example}`);
    };
    return {
      elements: { persName: check(/^p_[^\W_]+_?\d+$/u, 'p_AJM1'), term: check(/^t_[^\s_]+_?\d+$/u, 't_NATO1') },
    };
  },
};
