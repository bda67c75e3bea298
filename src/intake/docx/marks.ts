/** Notes of Word whose marks are the writer's own, such as `*`: mammoth counts them with all others, and leaves the mark beside the number. */

const OWN = /<w:((?:foot|end)note)Reference\b(?=[^>]*\sw:customMarkFollows="(?:1|true|on)")[^>]*\sw:id="(\d+)"/g;
const MARK = String.raw`[*†‡§¶#]{1,5}|(?:\d{1,4}[a-z]?|[a-z])(?!\w)|\((?:\d{1,4}[a-z]?|[a-z])\)`;
/** A reference in mammoth's HTML, and a mark right behind it. */
const REFERENCE = new RegExp(
  String.raw`(<a href="#((?:foot|end)note-\d+)" id="[^"]*">)\[\d+\]</a>((?:</?sup>)*)(${MARK})?`,
  'g',
);
/** The mark that the text of a note begins with. */
const TEXT = new RegExp(String.raw`<li id="((?:foot|end)note-\d+)"><p>((?:<sup>)*)(${MARK})`, 'g');
/** A mark without the brackets around it. */
const bare = (mark: string): string => mark.replace(/^\((.*)\)$/, '$1');

/**
 * The HTML with the writer's marks for those notes, and the others counted by themselves, as Word does.
 *
 * @param html what mammoth makes of a document
 * @param parts the document's texts as Word has them
 */
export function withOwnMarks(html: string, parts: readonly string[]): string {
  const own = new Set(parts.flatMap((part) => [...part.matchAll(OWN)].map(([, kind, id]) => `${kind}-${id}`)));
  if (own.size === 0) return html;
  const marks = new Map<string, string>();
  let count = 0;
  const marked = html.replace(REFERENCE, (_, link: string, id: string, tags: string, mark = '') => {
    if (mark === '' || !own.has(id)) return `${link}[${++count}]</a>${tags}${mark}`;
    marks.set(id, bare(mark));
    return `${link}[${bare(mark)}]</a>${tags}`;
  });
  return marked.replace(TEXT, (whole, id: string, tags: string, first: string) =>
    marks.get(id) === bare(first) ? `<li id="${id}"><p>${tags}` : whole,
  );
}
