/**
 * A RELAX NG grammar as an automaton: each step is a derivative of a pattern, taken once.
 *
 * Where only one pattern can hold an element (nearly always), what comes after it is laid aside, so that states are those
 * of single contents and few; where several can, the state keeps them all, as in Clark's algorithm. Attributes that are
 * independent of each other (nearly always) need no states for their combinations.
 */

import { type Derivatives, derivatives } from '../schema/rng/derivatives.js';
import type { Grammar } from '../schema/rng/grammar.js';
import type { Pattern } from '../schema/rng/pattern.js';
import { independent } from './attributes.js';
import { type Automaton, Expanded, type Move, newState, type State, type Wanted } from './state.js';

/** Whether a pattern's text is compared with data or values, at the place where it stands. */
function isTyped(p: Pattern): boolean {
  switch (p.kind) {
    case 'data':
    case 'value':
    case 'list':
      return true;
    case 'choice':
    case 'group':
    case 'interleave':
    case 'oneOrMore':
      return p.parts.some(isTyped);
    case 'after':
      return isTyped(p.parts[0]!);
    default:
      return false;
  }
}

const isAnyText = (p: Pattern): boolean => p.kind === 'after' && p.parts[0]!.kind === 'text';

function hasIdType(p: Pattern): boolean {
  if (p.kind === 'data') return p.datatype!.name === 'ID';
  return (p.kind === 'after' ? [p.parts[0]!] : p.kind === 'choice' ? p.parts : []).some(hasIdType);
}

/** An automaton that can tell which pattern a state stands for. */
export interface DerivedAutomaton extends Automaton {
  patternOf(state: State): Pattern;
}

export function derivedAutomaton(grammar: Grammar): DerivedAutomaton {
  const d: Derivatives = derivatives(grammar.make);
  const { after, choice, notAllowed } = grammar.make;
  const states: (State | undefined)[] = [];
  const patterns = new Map<State, Pattern>();
  const expanded = new Expanded();

  const stateOf = (pattern: Pattern): State => {
    let state = states[pattern.id];
    if (!state) {
      state = newState(pattern.nullable, isTyped(pattern), independent(pattern)?.required ?? 0);
      states[pattern.id] = state;
      patterns.set(state, pattern);
    }
    return state;
  };
  const patternOf = (state: State): Pattern => patterns.get(state)!;

  const moveTo = (opened: Pattern): Move => {
    const parts = opened.kind === 'choice' ? opened.parts : [opened];
    const behind = parts[0]?.kind === 'after' ? parts[0].parts[1]! : undefined;
    const alike = behind && parts.every((part) => part.kind === 'after' && part.parts[1] === behind);
    if (!alike) return { inside: stateOf(opened), behind: undefined };
    return { inside: stateOf(choice(...parts.map((part) => part.parts[0]!))), behind: stateOf(behind) };
  };

  const wantedBy = (pattern: Pattern, isRequired: boolean): Wanted => ({
    any: isAnyText(pattern) ? stateOf(d.attributeValue(pattern, 'any')) : undefined,
    isId: hasIdType(pattern),
    isRequired,
    values: new Map(),
    step: (text) => stateOf(d.attributeValue(pattern, text)),
  });

  return {
    start: stateOf(grammar.start),
    dead: stateOf(notAllowed),
    patternOf,
    open(state, name) {
      const { ns, local } = expanded.names[name]!;
      const move = moveTo(d.open(patternOf(state), ns, local));
      state.opens[name] = move;
      return move;
    },
    attribute(state, name) {
      const { ns, local } = expanded.names[name]!;
      const pattern = patternOf(state);
      const own = independent(pattern);
      let wanted: Wanted;
      if (own) {
        const one = own.attributes.find((each) => each.local === local && each.ns === ns);
        wanted = one ? wantedBy(after(one.value, pattern), one.isRequired) : wantedBy(notAllowed, false);
      } else wanted = wantedBy(d.attribute(pattern, ns, local), false);
      state.attributes[name] = wanted;
      return wanted;
    },
    closed(state) {
      const pattern = patternOf(state);
      const own = independent(pattern);
      state.closed = stateOf(own ? own.content(grammar.make) : d.close(pattern));
      return state.closed;
    },
    mixed(state) {
      state.mixed = stateOf(d.mixedText(patternOf(state)));
      return state.mixed;
    },
    blank(state) {
      state.blank = stateOf(d.onlyText(patternOf(state), ''));
      return state.blank;
    },
    full(state) {
      state.full = stateOf(d.onlyText(patternOf(state), 'text'));
      return state.full;
    },
    ended(state) {
      state.ended = stateOf(d.end(patternOf(state)));
      return state.ended;
    },
    only: (state, text) => stateOf(d.onlyText(patternOf(state), text)),
    name: (ns, local) => expanded.number(ns, local),
    size: () => patterns.size,
  };
}
