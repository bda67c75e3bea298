/** Texts of a shard that are gone since it was made. */

import { dirname } from 'node:path';
import { isMissing } from './others.js';
import type { ListedCompany } from './shard-lists.js';
import { lookAt } from './stat.js';
import type { DocumentTask } from './task.js';

/** Whether the text isn't there, though its folder is: all of a disk may be out of reach. */
export const isGone = ({ path }: Pick<DocumentTask, 'path'>): boolean =>
  path !== undefined && isMissing(path) && lookAt(dirname(path)) !== undefined;

/** A shard without the documents to be converted of which the texts are gone; the same array where there are none. */
export function withoutGone(companies: readonly ListedCompany[]): readonly ListedCompany[] {
  let isWhole = true;
  const left = companies.flatMap((company) => {
    const { tasks, from = 0, to = tasks.length } = company;
    const mine = tasks.slice(from, to);
    const there = mine.filter((task) => !isGone(task));
    if (there.length === mine.length) return [company];
    isWhole = false;
    const all = [...tasks.slice(0, from), ...there, ...tasks.slice(to)];
    return there.length === 0 ? [] : [{ ...company, tasks: all, from, to: from + there.length }];
  });
  return isWhole ? companies : left;
}
