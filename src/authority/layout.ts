/**
 * How a TEI list is laid out: `<item><hi>` or `<item> <hi>`, with or without `hi`. It means nothing in itself; but volumes that
 * were encoded by the same hand share it, and with it habits that the text doesn't show, such as where an emphasis ends.
 */

/** `tight`: no white space after `<item>`; `spaced`: some; `plain`: entries are not emphasised. */
export type ListLayout = 'tight' | 'spaced' | 'plain';

/** The layout of most entries of a list; undefined where it has none in this form. */
export function layoutOf(text: string): ListLayout | undefined {
  const counts = { tight: 0, spaced: 0, plain: 0 };
  for (const [, space, name] of text.matchAll(/<item\b[^>]*>(\s*)<(\w+)/g)) {
    if (name === 'hi') counts[space === '' ? 'tight' : 'spaced']++;
    else if (name === 'term' || name === 'persName') counts.plain++;
  }
  const layouts = ['tight', 'spaced', 'plain'] as const;
  const most = Math.max(...layouts.map((layout) => counts[layout]));
  return most === 0 ? undefined : layouts.find((layout) => counts[layout] === most);
}
