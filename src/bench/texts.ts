/** Texts of any length: some like long documents, some made to be slow. */

/** A row more is a shape more; each makes a text of about `size` characters. */
export const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  paragraphs: (size) => HEAD + times(`${PARAGRAPH}\n\n`, size),
  'one line': (size) => HEAD + times(`${PARAGRAPH} `, size),
  notes: (size) => {
    const count = Math.max(1, Math.floor(size / 90));
    const all = Array.from({ length: count }, (_, i) => i + 1);
    const body = all.map((n) => `The Embassy told Dulles.${n}${n % 20 === 0 ? '\n\n' : ' '}`).join('');
    return `${HEAD}${body}\n\n${all.map((n) => `  ${n}. See telegram ${n + 200}, not printed.`).join('\n')}\n`;
  },
  digits: (size) => `${HEAD}Telegram1 ${times('1234567890 ', size)}\n\n  1. See telegram 12.\n`,
  'run of digits': (size) => `${HEAD}Telegram1 ${times('1', size)}\n\n  1. See telegram 12.\n`,
  pages: (size) => HEAD + times('A line that ends. [Page 81] Another one.\n\n', size),
  'short blocks': (size) => HEAD + times('No.\n\n', size),
  'lines of set width': (size) => HEAD + times('The Embassy in Atlantis told Dulles that all was well\n', size),
  rows: (size) => HEAD + times('a | b | c\n', size),
  items: (size) => `${HEAD}List:\n\n${times('  * An item of a list\n', size)}`,
  'nested items': (size) => `${HEAD}List:\n\n  * An item\n${times('a. First. b. Second. ', size)}`,
  brackets: (size) => HEAD + times('“[(', size),
  names: (size) => HEAD + times('Dulles John Foster Mr. Allison ', size),
  references: (size) => HEAD + times('See footnotes 1 and 2, supra; pp. 3–4. ', size),
  blanks: (size) => `${HEAD}A${times(' ', size)}b`,
  'words in italics': (size) => HEAD + times('(Ibid.) ', size),
  'one word': (size) => HEAD + times('x', size),
};

const HEAD =
  '38. Telegram From the Embassy in Atlantis to the Department of State\n\nAtlantis City, August 1, 1955—7 p.m.\n\n';

const PARAGRAPH =
  'Your 201 and 269. I saw Prime Minister Ortelius this morning, who told me that Mr. Dulles had asked for the text of the ' +
  'agreement of July 12 between NATO and the Government of Atlantis. He said that “nothing has been decided” (see page 3).';

const times = (text: string, size: number): string => text.repeat(Math.max(1, Math.floor(size / text.length)));
