/** The table of a grammar's automaton: all its states, found by trying every name in each. */

import type { Grammar } from '../schema/rng/grammar.js';
import type { NameClass } from '../schema/rng/names.js';
import type { Pattern } from '../schema/rng/pattern.js';
import { independent } from './attributes.js';
import { derivedAutomaton } from './derived.js';
import type { State } from './state.js';
import type { Row, Table, Value } from './table.js';

class Untabulated extends Error {}

/** The table of a grammar; undefined for one whose states hang on data, or on more than one pattern at a time. */
export function tabulate(grammar: Grammar): Table | undefined {
  try {
    return table(grammar);
  } catch (error) {
    if (error instanceof Untabulated) return undefined;
    throw error;
  }
}

function table(grammar: Grammar): Table {
  const automaton = derivedAutomaton(grammar);
  const numbers = new Map<State, number>([
    [automaton.dead, 0],
    [automaton.start, 1],
  ]);
  const numberOf = (state: State): number => {
    const number = numbers.get(state) ?? numbers.size;
    numbers.set(state, number);
    return number;
  };
  const names = elementNames(grammar).map(([ns, local]) => automaton.name(ns, local));
  const nameRows = elementNames(grammar).map(([ns, local]) => [ns, local] as const);
  const values: Value[] = [];
  const valueNumber = (pattern: Pattern): number => {
    const value = valueIn(pattern);
    const known = values.findIndex((each) => JSON.stringify(each) === JSON.stringify(value));
    return known >= 0 ? known : values.push(value) - 1;
  };
  const states: Row[] = [];
  // The map grows while it is walked, by the states that rows lead to.
  for (const [state] of numbers) {
    const pattern = automaton.patternOf(state);
    const own = independent(pattern);
    if (!own || state.typed || pattern.kind === 'after') throw new Untabulated();
    const opens = names.flatMap((name) => {
      const { inside, behind } = automaton.open(state, name);
      if (inside === automaton.dead) return [];
      if (!behind) throw new Untabulated();
      return [name, numberOf(inside), numberOf(behind)];
    });
    const attributes = own.attributes.flatMap(({ ns, local, value, isRequired }) => {
      const name = automaton.name(ns, local);
      nameRows[name] = [ns, local];
      return [name, valueNumber(value), Number(isRequired)];
    });
    states.push([
      Number(state.nullable),
      Number(automaton.blank(state).nullable),
      Number(automaton.full(state).nullable),
      numberOf(automaton.mixed(state)),
      numberOf(automaton.closed(state)),
      own.required,
      opens,
      attributes,
    ]);
  }
  return { names: nameRows, values, states };
}

function elementNames(grammar: Grammar): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const add = (names: NameClass): void => {
    if (names.kind === 'choice') for (const part of names.parts) add(part);
    else if (names.kind === 'name') found.push([names.ns, names.local]);
    else throw new Untabulated();
  };
  for (const patterns of grammar.elements.values()) for (const { names } of patterns) add(names!);
  const unique = new Map(found.map(([ns, local]) => [`${ns} ${local}`, [ns, local] as const]));
  return [...unique.values()];
}

function valueIn(p: Pattern): Value {
  switch (p.kind) {
    case 'text':
      return 'text';
    case 'value':
      if (p.datatype!.name !== 'token') throw new Untabulated();
      return { words: [p.value!] };
    case 'data':
      if (p.parts.length > 0) throw new Untabulated();
      return { type: p.datatype!.name, params: p.datatype!.params.map(({ name, value }) => [name, value] as const) };
    case 'list': {
      // Only lists of one or more of the same.
      const [items] = p.parts;
      if (items?.kind !== 'oneOrMore') throw new Untabulated();
      return { list: valueIn(items.parts[0]!) };
    }
    case 'choice': {
      const parts = p.parts.map(valueIn);
      const words = parts.flatMap((part) => (typeof part === 'object' && 'words' in part ? part.words : []));
      const others = parts.filter((part) => !(typeof part === 'object' && 'words' in part));
      if (others.length === 0) return { words };
      return { some: words.length > 0 ? [{ words }, ...others] : others };
    }
    default:
      throw new Untabulated();
  }
}
