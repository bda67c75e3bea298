/** An automaton that takes every document: with it a verdict is on well-formedness and ids alone. */

import { type Automaton, Expanded, newState } from './state.js';

export function anything(): Automaton {
  const state = newState(true, false, 0);
  Object.assign(state, { closed: state, mixed: state, blank: state, full: state, ended: state });
  const move = { inside: state, behind: state };
  const wanted = { any: state, isId: false, isRequired: false, values: new Map(), step: () => state };
  const expanded = new Expanded();
  const same = (): typeof state => state;
  return {
    start: state,
    dead: state,
    open: () => move,
    attribute: () => wanted,
    closed: same,
    mixed: same,
    blank: same,
    full: same,
    ended: same,
    only: same,
    name: (ns, local) => expanded.number(ns, local),
    size: () => expanded.names.length,
  };
}
