/** Word documents, by way of mammoth's HTML: headings, paragraphs, lists, tables, footnotes and endnotes. */

import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { withoutByteOrderMark } from '../../text/byte-order-mark.js';
import type { XmlElement } from '../../xml/parse.js';
import { cableLines, isCable } from '../cable.js';
import { readHtmlText } from '../html/index.js';
import { LeftOut } from '../left-out.js';
import { element, type Read, type Remark } from '../tree.js';
import { unzip } from '../zip.js';
import { withDrawnBoxes } from './drawings.js';
import { EDGE, tellEdges } from './edges.js';
import { withoutHidden } from './hidden.js';
import { withOwnMarks } from './marks.js';
import { writeNumbers } from './numbering.js';
import { tellReviews } from './review.js';
import { OF_RUN, withStyles } from './styles.js';

/** The parts that hold text; pictures are left in the archive. */
const WANTED = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/** Those that are read, in this order. */
const TEXTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

const FORMULA = /<m:oMath(?:\s[^>]*)?>([\s\S]*?)<\/m:oMath>/g;
/** What is read in a formula, the line of a fraction, and what is raised or lowered. */
const IN_FORMULA = /<m:t(?:\s[^>]*)?>([^<]*)<\/m:t>|<\/m:num>|<(\/?)m:(su[pb])>/g;
const RUN = '<w:r><w:t xml:space="preserve">';
const RUN_END = '</w:t></w:r>';
const SCRIPT: Readonly<Record<string, string>> = {
  sup: RUN.replace('<w:t', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t'),
  sub: RUN.replace('<w:t', '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t'),
};

/** mammoth knows no formulas: they become text on one line. */
const plainFormulas = (part: string, left: LeftOut): string =>
  part.replace(/<\/?m:oMathPara(?:\s[^>]*)?>/g, '').replace(FORMULA, (_, formula: string) => {
    left.flattened(1);
    const words = [...formula.matchAll(IN_FORMULA)].map(([, text, closes, script]) =>
      script ? `${RUN_END}${closes ? RUN : SCRIPT[script]}` : (text ?? '/'),
    );
    return `${RUN}${words.join('')}${RUN_END}`;
  });

/** Elements whose words mammoth drops: simple fields (a date, a number), and what sets the direction of writing. */
const AROUND_WORDS = /<\/?w:(?:fldSimple|bdo|dir)\b[^>]*>/g;
/** White space that mammoth doesn't know, by that which it knows. */
const SPACES: Readonly<Record<string, string>> = { cr: 'br', ptab: 'tab' };
const plainWords = (part: string): string =>
  part.replace(AROUND_WORDS, '').replace(/<w:(cr|ptab)\b[^>]*\/>/g, (_, name: string) => `<w:${SPACES[name]}/>`);
/** Of several the first counts, here and in mammoth. */
const TWO_LINES = /<w:dstrike\b([^>]*)>/;
const OFF = /w:val="(?:0|false|off)"/;
/** mammoth knows one line that strikes out: two are written as one, before what says that there isn't one. */
const oneStrike = (part: string): string =>
  part.includes('<w:dstrike')
    ? part.replace(OF_RUN, (run) => {
        const [, attributes] = TWO_LINES.exec(run) ?? [];
        return attributes === undefined || OFF.test(attributes) ? run : run.replace(/>/, '><w:strike/>');
      })
    : part;
const STYLE_MAP = ["br[type='page'] => br", "br[type='column'] => br", 'u => u', 'small-caps => span.smallcaps'];

/** Elements that are properties of others, or say how a shape looks, hold no text. */
const IGNORED =
  /^(?:An unrecognised element was ignored: (?!.*Pr(?:Ex)?$|v:(?:fill|stroke|shadow|path|formulas|handles)$|o:|w10:)|A (?=w:sym element))(.+)/;

/** Parts of the text that mammoth doesn't know, once each. */
const ignoredRemarks = (ignored: readonly string[]): Remark[] =>
  [...new Set(ignored)].map((what) => ({
    code: 'left-out',
    severity: 'warning',
    message: `left out: ${what}`,
    hint: 'compare with the original, and put back what is missing',
  }));

const DOCUMENT = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';
const COMMENTS = 'word/comments.xml';

/** The files with what mammoth doesn't know made plain, and not compressed, so that mammoth finds nothing to inflate. */
function packed(files: Readonly<Record<string, Uint8Array>>, left: LeftOut): Uint8Array {
  const out: Record<string, Uint8Array> = { ...files };
  const textOf = (name: string): string => withoutByteOrderMark(strFromU8(files[name]!));
  const texts = TEXTS.flatMap((name) => (files[name] ? [{ name, part: textOf(name) }] : []));
  const styles = files[STYLES] ? textOf(STYLES) : '';
  const styled = withStyles(styles);
  const parts = texts.map(({ name, part }) => ({ name, part: withDrawnBoxes(styled(part)) }));
  tellReviews(
    parts.map(({ part }) => part),
    files[COMMENTS] ? textOf(COMMENTS) : '',
    left,
  );
  tellEdges(
    Object.keys(files).flatMap((name) => (EDGE.test(name) ? [textOf(name)] : [])),
    left,
  );
  for (const { name, part } of parts) {
    out[name] = strToU8(oneStrike(plainFormulas(plainWords(withoutHidden(part)), left)));
  }
  if (out[DOCUMENT] && out[NUMBERING]) {
    const sent = { document: strFromU8(out[DOCUMENT]), numbering: textOf(NUMBERING) };
    const { document, numbering } = writeNumbers(sent, styles);
    out[DOCUMENT] = strToU8(document);
    out[NUMBERING] = strToU8(numbering);
  }
  return zipSync(out, { level: 0 });
}

export async function readDocx(bytes: Uint8Array): Promise<Read> {
  const archive = unzip(bytes, (name) => WANTED.test(name));
  if ('fault' in archive) return archive;
  const left = new LeftOut();
  const html = await htmlOf(packed(archive.files, left));
  if (!html) return { fault: 'is no Word document, or a damaged one', hint: 'open it and save it again as .docx' };
  const ignored = html.messages.flatMap(({ message }) => IGNORED.exec(message)?.[1] ?? []);
  const parts = TEXTS.flatMap((name) => (archive.files[name] ? [strFromU8(archive.files[name])] : []));
  const read = readHtmlText(withOwnMarks(html.value, parts), [...left.remarks(), ...ignoredRemarks(ignored)]);
  const cable = 'tree' in read && isCable(read.tree.children) && (await withEmptyParagraphs(archive.files));
  return cable ? { ...read, tree: element('text', [cable]) } : read;
}

/** Read once more with its empty paragraphs, if those part the lines of a cable. */
async function withEmptyParagraphs(files: Readonly<Record<string, Uint8Array>>): Promise<XmlElement | undefined> {
  const html = await htmlOf(packed(files, new LeftOut()), false);
  const read = html && readHtmlText(html.value);
  return read && 'tree' in read ? cableLines(read.tree.children) : undefined;
}

/** Items have their numbers among their words. */
const NUMBERED = '<ol style="list-style: none">';

/** What mammoth makes of a document; undefined where it can't read it. */
async function htmlOf(
  archive: Uint8Array,
  ignoreEmptyParagraphs = true,
): Promise<Awaited<ReturnType<typeof mammoth.convertToHtml>> | undefined> {
  const options = {
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    ignoreEmptyParagraphs,
    styleMap: STYLE_MAP,
  };
  try {
    const html = await mammoth.convertToHtml({ buffer: Buffer.from(archive) }, options);
    return { ...html, value: html.value.replaceAll('<ol>', NUMBERED) };
  } catch {
    return undefined;
  }
}
