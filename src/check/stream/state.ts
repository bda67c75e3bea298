/** The states of an automaton that follows a document, and the steps between them: found when first asked for, kept from then on. */

/** After a start tag's name: the state inside, and the one to go on with behind the end tag (none: the inner one knows). */
export interface Move {
  readonly inside: State;
  readonly behind: State | undefined;
}

/** After an attribute's name. */
export interface Wanted {
  /** Whatever the value, this comes next. */
  readonly any: State | undefined;
  /** Its values are ids. */
  readonly isId: boolean;
  /** One of {@link State.required}. */
  readonly isRequired: boolean;
  /** What comes next, by number of the value. */
  readonly values: Map<number, State>;
  /** What comes next, for a value that isn't known yet. */
  readonly step: (text: string) => State;
}

export interface State {
  /** Whether what is awaited may end here. */
  readonly nullable: boolean;
  /** Whether text here is data: its characters matter. */
  readonly typed: boolean;
  /** How many attributes the tag must have, where they are independent of each other; else the states know. */
  readonly required: number;
  /** By number of the expanded name. */
  readonly opens: (Move | undefined)[];
  readonly attributes: (Wanted | undefined)[];
  /** After the start tag; after text among elements; after text that is all an element holds, blank or not; after the end tag. */
  closed: State | undefined;
  mixed: State | undefined;
  blank: State | undefined;
  full: State | undefined;
  ended: State | undefined;
}

export function newState(nullable: boolean, typed: boolean, required: number): State {
  return {
    nullable,
    typed,
    required,
    opens: [],
    attributes: [],
    closed: undefined,
    mixed: undefined,
    blank: undefined,
    full: undefined,
    ended: undefined,
  };
}

/** Steps that a state doesn't hold yet; each puts its result there. */
export interface Automaton {
  readonly start: State;
  /** Nothing can follow any more. */
  readonly dead: State;
  open(state: State, name: number): Move;
  attribute(state: State, name: number): Wanted;
  closed(state: State): State;
  mixed(state: State): State;
  blank(state: State): State;
  full(state: State): State;
  ended(state: State): State;
  /** After text that is all an element holds, where it is {@link State.typed}. */
  only(state: State, text: string): State;
  /** The number of an expanded name. */
  name(ns: string, local: string): number;
  /** How many states there are; with some grammars they grow with what documents hold. */
  size(): number;
}

/** Numbers for expanded names. */
export class Expanded {
  readonly names: { readonly ns: string; readonly local: string }[] = [];
  private readonly numbers = new Map<string, number>();

  number(ns: string, local: string): number {
    const key = `${ns} ${local}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.names.length;
      this.names.push({ ns, local });
      this.numbers.set(key, number);
    }
    return number;
  }
}
