/** `teigram validate --explain`: what a rule wants and why, or which rules there are. */

import { LAYERS, layerWhy, UNREAD } from '../check/layers.js';
import { RULES, ruleOf } from '../check/rules/index.js';
import { CommandError, out } from './terminal.js';

/** @param name of a rule; true for the list of all. */
export function explainRule(name: string | true): void {
  out(`${name === true ? list() : explained(name)}\n`);
}

function list(): string {
  const layers = [...UNREAD, ...LAYERS].map(([id, why]) => ({ id, why }));
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return [...RULES, ...layers].map(({ id, why }) => `${id.padEnd(width)}  ${why}`).join('\n');
}

function explained(name: string): string {
  const rule = ruleOf(name);
  if (!rule) {
    const why = layerWhy(name);
    if (why === undefined) throw new CommandError(`there is no rule “${name}”`, '--explain without a name lists them');
    return `${name}\n\n${why}`;
  }
  const { severity, profile, fixes, why, wrong, right } = rule;
  const facts = `${severity}, profile ${profile}${fixes ? ', mended by --fix' : ''}`;
  return `${name}: ${facts}\n\n${why}\n\nwrong:\n${indented(wrong)}\nright:\n${indented(right)}`;
}

const indented = (xml: string): string => xml.replace(/^/gm, '  ');
