/** Break a document that stands in one line as published volumes are broken: blocks on their own lines, text wrapped. */

const BLOCKS = new Set(
  'div head opener closer p list item table row cell quote note dateline seg signed frus:attachment'.split(' '),
);

/** White space is only turned into other white space, so that no text changes. */
export function layOut(xml: string, width = 100): string {
  let column = 0;
  return xml.replace(
    /(<[^>]*>)|([^<\s]+)|(\s+)/g,
    (token, tag?: string, _word?: string, space?: string, at?: number) => {
      if (space !== undefined && at !== undefined) {
        const next = /^<(?:\/?)([\w:]+)/.exec(xml.slice(at + space.length, at + space.length + 40))?.[1] ?? '';
        const block = BLOCKS.has(next) && xml[at - 1] === '>';
        column = block || column > width ? 0 : column + 1;
        return column === 0 ? '\n' : ' ';
      }
      column += (tag ?? token).length;
      return token;
    },
  );
}
