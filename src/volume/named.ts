/** The volume that documents say they are of. */

const HEADER_END = '</teiHeader>';
const IDNO = /<idno\b[^>]*\btype\s*=\s*["']frus["'][^>]*>\s*([^<\s]+)\s*</;

/** The one volume that the headers of some files name; undefined where they name none, or several. */
export function volumeNamed(files: Iterable<string>): string | undefined {
  const named = new Set<string>();
  for (const xml of files) {
    const volume = IDNO.exec(xml.slice(0, xml.indexOf(HEADER_END) + 1))?.[1];
    if (volume !== undefined) named.add(volume);
  }
  return named.size === 1 ? [...named][0] : undefined;
}
