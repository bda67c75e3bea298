/** How a doubt about a person of a list is told. */

import type { Authority } from '../../authority/types.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { Decision, Mark } from '../../tree.js';
import type { PersonFound } from './decide.js';

/** A mark, and what was found where it stands. */
export interface PersonMark {
  readonly mark: Mark;
  readonly found: PersonFound;
}

/** A link that is less probable than this is told even where nobody else can be meant: the name may well be no person's. */
const QUESTIONABLE = 0.5;

const HINT = 'compare the descriptions of the candidates with the text';

/** The candidates of a decision as a report names them. */
const candidatesOf = ({ alternatives }: Decision, { persons }: Authority): Decision['alternatives'] =>
  alternatives.map(({ choice, p }) => {
    const linked = choice.slice(1);
    const person = persons.find(({ id }) => id === linked);
    return { choice: person ? `${choice} (${person.name})` : choice, p };
  });

const wordsOf = ({ start, end }: Mark, text: string): string => text.slice(start, end).replace(/\s+/g, ' ');

/**
 * Whether a link is worth a question. Its probability tells above all whether an edition tags the name at all; asked is where another
 * person may be meant, or where it may be open who is.
 */
function isDoubtful(p: number, { readings, open }: PersonFound, doubt: number): boolean {
  const rival = Math.max(open, readings[1]?.p ?? 0);
  return p < doubt && (rival >= 1 - doubt || p < QUESTIONABLE);
}

/** The doubt about a mark; undefined where there is none. */
export function report(
  { mark, found }: PersonMark,
  authority: Authority,
  text: string,
  doubt: number,
): Diagnostic | undefined {
  const { decision, start, end } = mark;
  if (!decision) return undefined;
  const open = decision.state !== 'found';
  if (open ? found.ofArchive : !isDoubtful(decision.p, found, doubt)) return undefined;
  const named = wordsOf(mark, text);
  return {
    code: open ? 'person-open' : 'person-doubtful',
    severity: open ? 'warning' : 'info',
    message: open ? `it is open who “${named}” is` : `“${named}” may not be ${mark.attributes.corresp}`,
    start,
    end,
    hint: HINT,
    p: decision.p,
    alternatives: candidatesOf(decision, authority),
  };
}

/** The question whether a name that is left out is of the list; undefined where it isn't one. */
export function reportUntagged(mark: Mark, authority: Authority, text: string, doubt: number): Diagnostic | undefined {
  const { start, end } = mark;
  const decision = mark.decision!;
  const { p } = decision;
  if (p >= doubt) return undefined;
  const message = `“${wordsOf(mark, text)}” is left untagged, but may be a person of the list`;
  const alternatives = candidatesOf(decision, authority);
  return { code: 'person-untagged', severity: 'info', message, start, end, hint: HINT, p, alternatives };
}
