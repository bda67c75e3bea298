/** Words and numbers of regions, as names and terms are matched on. */

import { fold } from '../authority/fold.js';
import type { FlowType } from '../tree.js';
import { MARK, type Region } from './regions.js';

/** How a token hangs together with the one before it in its region. */
export type Gap = 'edge' | 'none' | 'and' | 'space' | 'hyphen' | 'slash' | 'stop' | 'comma' | 'break' | 'other';

/**
 * A run of letters (with apostrophes inside: `Ch’en`) or of digits. A possessive ’s is outside.
 */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fold: string;
  readonly gap: Gap;
  readonly region: FlowType | 'note';
  /** `c`: Capital first; `u`: all capitals; `l`: lower case; `i`: one capital; `d`: digits. */
  readonly shape: 'c' | 'u' | 'l' | 'i' | 'd';
  readonly possessive: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’‘ʼ`][\p{L}\p{M}]+)*|\p{N}+/gu;
const SENTENCE_END = /[.!?:;]["”’)\]]*\s+["“‘([]*$/;

function gapOf(between: string): Gap {
  if (between === ' ') return 'space';
  if (between === '') return 'none';
  const tight = between.trim();
  if (tight === '') return 'space';
  if (/^[-–—‑]$/.test(tight)) return between === '—' || between.length > 1 ? 'other' : 'hyphen';
  if (tight === '/') return 'slash';
  if (tight === '&') return 'and';
  if (tight === '.') return 'stop';
  if (tight === ',') return 'comma';
  return SENTENCE_END.test(between) || /[.!?]\s/.test(between) ? 'break' : 'other';
}

function shapeOf(text: string): Token['shape'] {
  const first = text.charCodeAt(0);
  if (first < 58 && first >= 48) return 'd';
  if (first >= 97 && first <= 122) return 'l';
  const lower = text.toLowerCase();
  if (text[0] === lower[0]) return /\p{N}/u.test(text[0]!) ? 'd' : 'l';
  if (text.length === 1) return 'i';
  return text === text.toUpperCase() ? 'u' : 'c';
}

/** Blocks whose lines are apart: a name doesn't run from one into the next. */
const LINED = new Set<FlowType>(['signed', 'seg', 'item']);

const known = new WeakMap<readonly Region[], readonly Token[]>();

/**
 * The tokens of all regions of a source, computed once for each list of regions. A token never runs over a note's mark or a page break, and a name never over a
 * line's end in a signature.
 */
export function tokensOf(source: string, regions: readonly Region[]): readonly Token[] {
  let tokens = known.get(regions);
  if (!tokens) {
    tokens = tokenize(source, regions);
    known.set(regions, tokens);
  }
  return tokens;
}

function tokenize(source: string, regions: readonly Region[]): Token[] {
  const tokens: Token[] = [];
  for (const region of regions) {
    const { text, start: base } = region;
    const type = region.note === undefined ? region.type : 'note';
    const lined = LINED.has(region.type);
    let last = -1;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
      let word = match[0];
      const possessive = word.length > 2 && /['’ʼ`][sS]$/.test(word);
      if (possessive) word = word.slice(0, -2);
      const start = base + match.index;
      const between = last < 0 ? '' : text.slice(last - base, match.index);
      const edge = last < 0 || (lined && source.slice(last, start).includes('\n'));
      tokens.push({
        start,
        end: start + word.length,
        text: word,
        fold: fold(word),
        gap: edge ? 'edge' : gapOf(between.includes(MARK) ? `${between.replaceAll(MARK, '')} ` : between),
        region: type,
        shape: shapeOf(word),
        possessive,
      });
      last = start + match[0].length;
    }
  }
  return tokens;
}
