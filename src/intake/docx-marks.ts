/** Notes of Word whose marks are the writer's own, such as `*`: mammoth counts them with all others, and leaves the mark beside the number. */

const OWN = /<w:((?:foot|end)note)Reference\b(?=[^>]*\sw:customMarkFollows="(?:1|true|on)")[^>]*\sw:id="(\d+)"/g;
/** A reference in mammoth's HTML, and a mark right behind it. */
const REFERENCE =
  /(<a href="#((?:foot|end)note-\d+)" id="[^"]*">)\[\d+\]<\/a>((?:<\/?sup>)*)(?:([*†‡§¶#]{1,5}|\d{1,4}[a-z]?|[a-z])(?!\w))?/g;
/** What the text of a note begins with. */
const TEXT = /<li id="((?:foot|end)note-\d+)"><p>((?:<sup>)*)([^\s<]{1,5})/g;

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
    marks.set(id, mark);
    return `${link}[${mark}]</a>${tags}`;
  });
  return marked.replace(TEXT, (whole, id: string, tags: string, first: string) =>
    marks.get(id) === first ? `<li id="${id}"><p>${tags}` : whole,
  );
}
