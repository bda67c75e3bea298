/**
 * An automaton written down, for a grammar that is used all the time: neither has the grammar to be read nor a derivative
 * to be taken. See tabulate.ts for how it is made.
 */

import { type Datatype, datatype, XSD_DATATYPES } from '../schema/rng/datatypes.js';
import { collapse, itemsOf } from '../schema/rng/white-space.js';
import { type Automaton, Expanded, newState, type State, type Wanted } from './state.js';

/** What a value may be: any text; one of some words; a datatype of XML Schema with its parameters; a list of such. */
export type Value =
  | 'text'
  | { readonly words: readonly string[] }
  | { readonly type: string; readonly params: readonly (readonly [name: string, value: string])[] }
  | { readonly list: Value }
  | { readonly some: readonly Value[] };

/**
 * Rows of numbers. A name, value or state is named by its place in its list; state 0 is dead, 1 the start.
 *
 * - `states`: `[nullable, blank, full, mixed, closed, required, opens, attributes]`, where `blank` and `full` say whether such text may be
 *   all there is, `mixed` and `closed` are states, `opens` is `name, inside, behind` three by three, `attributes` is `name, value, isRequired`.
 */
export interface Table {
  readonly names: readonly (readonly [ns: string, local: string])[];
  readonly values: readonly Value[];
  readonly states: readonly Row[];
}

export type Row = readonly [number, number, number, number, number, number, readonly number[], readonly number[]];

/** Whether a text is such a value. */
function tester(value: Value): (text: string) => boolean {
  if (value === 'text') return () => true;
  if ('words' in value) {
    const words = new Set(value.words.map(collapse));
    return (text) => words.has(collapse(text));
  }
  if ('list' in value) {
    const one = tester(value.list);
    return (text) => {
      const words = itemsOf(text);
      return words.length > 0 && words.every(one);
    };
  }
  if ('some' in value) {
    const each = value.some.map(tester);
    return (text) => each.some((test) => test(text));
  }
  let made: Datatype | undefined;
  return (text) => {
    made ??= datatype(
      XSD_DATATYPES,
      value.type,
      value.params.map(([name, given]) => ({ name, value: given })),
    );
    return made.allows(text);
  };
}

const isId = (value: Value): boolean =>
  typeof value === 'object' && (('type' in value && value.type === 'ID') || ('some' in value && value.some.some(isId)));

export function tableAutomaton({ names, values, states }: Table): Automaton {
  const expanded = new Expanded();
  for (const [ns, local] of names) expanded.number(ns, local);
  const made: (State | undefined)[] = [];
  const rows = new Map<State, Row>();
  const testers: (((text: string) => boolean) | undefined)[] = [];
  const stateAt = (number: number): State => {
    let state = made[number];
    if (!state) {
      const row = states[number]!;
      state = newState(row[0] === 1, false, row[5]);
      made[number] = state;
      rows.set(state, row);
    }
    return state;
  };
  const dead = stateAt(0);
  const nowhere = { inside: dead, behind: dead };
  const satisfied = newState(true, false, 0);
  const unknown: Wanted = { any: dead, isId: false, isRequired: false, values: new Map(), step: () => dead };

  return {
    start: stateAt(1),
    dead,
    open(state, name) {
      const opens = rows.get(state)?.[6] ?? [];
      let move = nowhere;
      for (let i = 0; i < opens.length; i += 3) {
        if (opens[i] === name) move = { inside: stateAt(opens[i + 1]!), behind: stateAt(opens[i + 2]!) };
      }
      state.opens[name] = move;
      return move;
    },
    attribute(state, name) {
      const attributes = rows.get(state)?.[7] ?? [];
      let wanted = unknown;
      for (let i = 0; i < attributes.length; i += 3) {
        if (attributes[i] !== name) continue;
        const number = attributes[i + 1]!;
        const value = values[number]!;
        testers[number] ??= tester(value);
        const test = testers[number];
        wanted = {
          any: value === 'text' ? state : undefined,
          isId: isId(value),
          isRequired: attributes[i + 2] === 1,
          values: new Map(),
          step: (text) => (test(text) ? state : dead),
        };
      }
      state.attributes[name] = wanted;
      return wanted;
    },
    closed(state) {
      state.closed = stateAt(rows.get(state)?.[4] ?? 0);
      return state.closed;
    },
    mixed(state) {
      state.mixed = stateAt(rows.get(state)?.[3] ?? 0);
      return state.mixed;
    },
    blank(state) {
      state.blank = rows.get(state)?.[1] === 1 ? satisfied : dead;
      return state.blank;
    },
    full(state) {
      state.full = rows.get(state)?.[2] === 1 ? satisfied : dead;
      return state.full;
    },
    ended: () => dead,
    only: () => dead,
    name: (ns, local) => expanded.number(ns, local),
    size: () => rows.size,
  };
}
