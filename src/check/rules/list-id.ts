import type { ScanAttribute, ScanElement } from '../../xml/scan.js';
import type { Rule } from './rule.js';
import { around, attribute } from './tree.js';

export const listId: Rule = {
  id: 'list-id',
  severity: 'warning',
  profile: 'frus',
  why: 'Entries of a list of which others have ids of the series’ form have such, too: p_AJM1 or p_AJM_1 for persons, t_NATO1 or t_NATO_1 for terms. A list with ids of its own alone is let be.',
  wrong:
    '<list><item><persName xml:id="p_AJM1">Allison, John M.</persName></item><item><persName xml:id="dulles">Dulles, John Foster</persName></item></list>',
  right:
    '<list><item><persName xml:id="p_AJM1">Allison, John M.</persName></item><item><persName xml:id="p_DJF1">Dulles, John Foster</persName></item></list>',
  visitor: ({ report }) => {
    const ends: (() => void)[] = [];
    const forms: Map<ScanElement, IdsOfList>[] = [];
    const check = (form: RegExp, example: string) => {
      const lists = new Map<ScanElement, IdsOfList>();
      forms.push(lists);
      ends.push(() => {
        for (const { isOfForm, others } of lists.values())
          if (isOfForm) for (const id of others) report(id, `The id “${id.value}” has not the form ${example}`);
      });
      return (element: ScanElement): void => {
        const id = attribute(element, 'xml:id');
        const list = id && around(element, 'list');
        if (!list) return;
        const ids = lists.get(list) ?? { isOfForm: false, others: [] };
        lists.set(list, ids);
        if (form.test(id.value)) ids.isOfForm = true;
        else ids.others.push(id);
      };
    };
    return {
      elements: { persName: check(/^p_[\p{L}\p{N}]+_?\d+$/u, 'p_AJM1'), term: check(/^t_[^\s_]+_?\d+$/u, 't_NATO1') },
      end: () => {
        for (const end of ends) end();
      },
      forget: () => {
        for (const lists of forms) lists.clear();
      },
    };
  },
};

interface IdsOfList {
  isOfForm: boolean;
  readonly others: ScanAttribute[];
}
