/** Where a text stops being JSON: the errors of `JSON.parse` often don't say. */

import { position, source } from './source.js';
import { oneLine } from './text/one-line.js';

const BLANK = /[ \t\r\n]*/y;
const CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** The offset of the first character that can't stand where it does; undefined of JSON. */
function jsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let wanted: 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'more' = 'value';
  for (let at = skip(BLANK, text, 0); ; at = skip(BLANK, text, at)) {
    if (wanted === 'more' && open.length === 0) return at === text.length ? undefined : at;
    const mark = text[at];
    const inside = open.at(-1);
    const closes = wanted === 'more' || wanted.endsWith('or end');
    if (closes && mark === (inside === '{' ? '}' : ']')) {
      open.pop();
      wanted = 'more';
      at++;
    } else if (wanted === 'colon' || wanted === 'more') {
      if (mark !== (wanted === 'colon' ? ':' : ',')) return at;
      wanted = wanted === 'more' && inside === '{' ? 'name' : 'value';
      at++;
    } else if (wanted.startsWith('value') && (mark === '{' || mark === '[')) {
      open.push(mark);
      wanted = mark === '{' ? 'name or end' : 'value or end';
      at++;
    } else {
      const isString = mark === '"';
      const end = isString ? stringEnd(text, at) : skip(SCALAR, text, at);
      if (isString && text[end] !== '"') return end;
      if (end === at || (wanted.startsWith('name') && !isString)) return at;
      wanted = wanted.startsWith('name') ? 'colon' : 'more';
      at = isString ? end + 1 : end;
    }
  }
}

/** The offset of the quotation mark that ends a string, or of what can't stand in it. Of its own, for a pattern runs out of memory on long ones. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; ) {
    const end = skip(CHARACTERS, text, at);
    at = skip(ESCAPE, text, end);
    if (at === end) return end;
  }
}

/** What stands bare in strings only by mistake, and how it is written. */
const BARE: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The same in words: `line 2, column 3: “]” can't stand here`. */
export function wordsOfJsonFault(text: string): string | undefined {
  const fault = jsonFault(text);
  if (fault === undefined) return undefined;
  const { line, column } = position(source(text), fault);
  const at = `line ${line}, column ${column}`;
  if (fault === text.length) return `${at}: it ends too early`;
  const written = BARE[text[fault]!];
  if (written) return `${at}: a string goes on over a bare line end or tab; write ${written}`;
  return `${at}: “${oneLine(text.slice(fault, fault + 20))}” can't stand here`;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
