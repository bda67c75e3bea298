/** Options of conversions. */

import type { ConvertOptions, VolumeText } from './convert.js';
import { isDecision } from './decisions/file.js';
import { RENDITIONS, type Rendition } from './markup.js';
import { boolean, type Check, checkOptions, oneOf, requireText, shown, string } from './options.js';
import { WHICH_PERSONS } from './resolve/persons/which.js';
import { fields, isObject, listOf, offset, perhaps, type Shape, text } from './shapes.js';
import type { TextRange } from './text-range.js';
import { FORMAT_NAMES } from './write/formats.js';
import { NAME } from './xml/characters.js';

const identifier = (example: string): Check => ({
  holds: (value) => typeof value === 'string' && NAME.test(value),
  must: `an identifier of letters, digits, - . and _ that begins with a letter, ${example} say`,
});

/** What was found good before isn't looked at again: a volume's lists and memory come with each of its documents. */
function once(shape: Shape): Shape {
  const good = new WeakSet<object>();
  return (value) => {
    if (isObject(value) && good.has(value)) return true;
    const holds = shape(value);
    if (holds) good.add(value as object);
    return holds;
  };
}

const anyList = listOf(() => true);
const person = fields({ id: text, name: text, parts: isObject, description: text, periods: anyList });
const term = fields({ id: text, name: text, forms: listOf(text), expansion: text });
const documentFacts = fields({ id: text, pages: listOf(text), notes: listOf(text) });
const offsets = fields({ start: offset, end: offset });
const range: Shape = (value) => offsets(value) && (value as TextRange).start <= (value as TextRange).end;
const markedNote = fields({ n: text, label: range, mark: perhaps(range) });

const rendition: Shape = (value) => RENDITIONS.includes(value as Rendition);
const markedEmphasis: Shape = (value) => range(value) && fields({ rend: rendition })(value);

const given = (holds: Shape, must: string): Check => ({ holds, must });

const CHECKS: Readonly<Record<keyof ConvertOptions, Check>> = {
  name: string,
  volume: identifier('frus1955-57v23p1'),
  doc: identifier('d38'),
  format: oneOf(FORMAT_NAMES),
  pretty: boolean,
  validate: boolean,
  doubt: { holds: (value) => typeof value === 'number' && value >= 0 && value <= 1, must: 'a number from 0 to 1' },
  authority: given(once(fields({ persons: listOf(person), terms: listOf(term) })), 'what readAuthority gives'),
  persons: oneOf(WHICH_PERSONS),
  memory: given(once(fields({ documents: listOf(documentFacts) })), 'what remember gives'),
  markup: given(
    fields({ notes: listOf(markedNote), labelRows: listOf(offset), emphasis: perhaps(listOf(markedEmphasis)) }),
    'what plainText gives',
  ),
  decisions: given(listOf(isDecision), 'an array: the decisions of what readDecisions gives'),
};

/** @throws TypeError that says which of the texts is none */
export function requireTexts(texts: readonly VolumeText[]): void {
  if (!Array.isArray(texts)) throw new TypeError(`the texts are ${shown(texts)}; they must be an array of { text: … }`);
  for (const [i, each] of texts.entries()) requireText(each?.text, `text ${i + 1} of the volume`);
}

/** @throws TypeError that names the option and what it must be. */
export const requireOptions = (options: ConvertOptions): void => checkOptions(options, CHECKS);
