/** Where a text stops being JSON: the errors of `JSON.parse` often don't say. */

const BLANK = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** The offset of the first character that can't stand where it does; undefined of JSON. */
export function jsonFault(text: string): number | undefined {
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
      const end = skip(SCALAR, text, at);
      if (end === at || (wanted.startsWith('name') && mark !== '"')) return at;
      wanted = wanted.startsWith('name') ? 'colon' : 'more';
      at = end;
    }
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
