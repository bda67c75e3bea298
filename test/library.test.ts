/** The library as programs use it: what it refuses, and volumes converted one document at a time. */

import { describe, expect, test } from 'vitest';
import {
  type ConvertOptions,
  convert,
  convertVolume,
  factsOfText,
  formatDiagnostic,
  formatLedger,
  GrammarError,
  plainText,
  position,
  readAuthority,
  readKnown,
  remember,
  source,
  validate,
} from '../src/index.js';
import { FORMAT_NAMES, FORMATS } from '../src/write/formats.js';

describe('options that can’t be meant are refused', () => {
  const WRONG: readonly [options: object, message: RegExp][] = [
    [{ persons: 'everyone' }, /persons is 'everyone'.* listed, all, none/],
    [{ format: 'xml' }, /format is 'xml'.* tei, div, json/],
    [{ doubt: Number.NaN }, /doubt is NaN.* from 0 to 1/],
    [{ doubt: 50 }, /doubt is 50/],
    [{ volume: '../x y' }, /volume is '..\/x y'.* identifier/],
    [{ doc: '38' }, /doc is '38'.* d38 say/],
    [{ authority: 'lists.xml' }, /authority is 'lists.xml'.* readAuthority/],
    [{ decisions: { decisions: [] } }, /decisions is .* an array/],
    [{ decisions: [{ kind: 'person' }] }, /decisions is .* readDecisions/],
    [{ authority: { persons: [{ id: 'p_A1' }], terms: [], findings: [] } }, /authority is .* readAuthority/],
    [{ memory: { documents: ['d1'] } }, /memory is .* remember/],
    [{ markup: { notes: [{ n: '1', label: { start: 2, end: 1 } }], labelRows: [] } }, /markup is .* plainText/],
    [{ memory: [] }, /memory is \[\].* remember/],
    [{ persns: 'none' }, /no option persns: there are .*persons/],
    [{ pretty: 'no' }, /pretty is 'no'.* true or false/],
  ];
  test.each(WRONG)('%j', (options, message) => {
    const given = options as ConvertOptions;
    for (const use of [convert, factsOfText]) expect(() => use('Text.', given)).toThrow(TypeError);
    expect(() => convert('Text.', given)).toThrow(message);
    expect(() => convertVolume([{ text: 'Text.' }], given)).toThrow(message);
  });

  test('those of one text of a volume, too; undefined is left out', () => {
    expect(() => convertVolume([{ text: 'Text.' }, { text: 'Text.', doc: 'd 2' }])).toThrow(/doc is 'd 2'/);
    expect(convert('Text.', { volume: undefined } as never).output).toContain('<TEI');
  });
});

test('a document has no fields that are undefined', () => {
  const { document } = convert('All quiet.');
  expect(Object.keys(document)).not.toContain('date');
  expect(Object.keys(document)).not.toContain('correspondence');
  expect(Object.keys(document.context)).toEqual(['id']);
  const { context } = convert('1. Telegram\n\nAll quiet.', { volume: 'frus1964-68v03' }).document;
  expect(context).toStrictEqual({ volume: 'frus1964-68v03', id: 'd1', n: '1' });
});

test.each(FORMAT_NAMES)('the format %s is what its row says', (format) => {
  const { output } = convert('1. Telegram\n\nAll quiet.', { format });
  const { extension, mediaType, isEdition } = FORMATS[format];
  expect(mediaType).toContain(`/${extension.slice(1)};`);
  expect(validate(output, { noRules: true }).length === 0).toBe(isEdition);
});

describe('what is no text is refused', () => {
  const bytes = new TextEncoder().encode('1. Telegram');

  test('by what converts one', () => {
    for (const use of [convert, factsOfText]) {
      expect(() => use(bytes as never)).toThrow(
        new TypeError('the text is bytes; it must be a string: decode it first'),
      );
      expect(() => use(undefined as never)).toThrow(new TypeError('the text is undefined; it must be a string'));
      expect(() => use('Text.', null as never)).toThrow(new TypeError('the options are null; they must be an object'));
    }
  });

  test('among the texts of a volume, before any is converted', () => {
    const texts = [{ text: 'Text.' }, { txt: 'x' }, 'Text.'] as never[];
    expect(() => convertVolume(texts)).toThrow(new TypeError('text 2 of the volume is undefined; it must be a string'));
    expect(() => convertVolume([texts[2]!])).toThrow('text 1 of the volume is undefined');
    expect(() => convertVolume('Text.' as never)).toThrow(
      "the texts are 'Text.'; they must be an array of { text: … }",
    );
  });

  test('among lists, and files of other formats', async () => {
    expect(() => readAuthority([{ name: 'lists.xml', text: bytes as never }])).toThrow(
      new TypeError('the text of lists.xml is bytes; it must be a string: decode it first'),
    );
    expect(() => readAuthority(['id,name'] as never)).toThrow('the text of list 1 is undefined');
    expect(() => readAuthority('lists.xml' as never)).toThrow("the files are 'lists.xml'; they must be an array");
    await expect(plainText('<html></html>' as never, 'd1.html')).rejects.toThrow('it must be bytes');
    await expect(plainText(bytes, undefined as never)).rejects.toThrow('the name of the file is undefined');
    expect(() => source(bytes as never)).toThrow('the text is bytes; it must be a string');
    expect(() => readKnown('known.txt' as never)).toThrow(
      new TypeError("the files are 'known.txt'; they must be an array of file names"),
    );
  });
});

test('what is no result of the library is refused, in its words', () => {
  const { document, diagnostics, ledger } = convert('1. Telegram\n\nText [Page');
  expect(() => formatDiagnostic('d1.txt' as never, diagnostics[0]!)).toThrow(
    new TypeError("the source is 'd1.txt'; it must be what source() gives"),
  );
  expect(() => formatDiagnostic(document.source, {} as never)).toThrow('the diagnostic is {}; it must be one of');
  expect(() => position(document.source, '1' as never)).toThrow("the offset is '1'; it must be an offset");
  expect(() => formatLedger(document.source, undefined as never)).toThrow('the ledger is undefined; it must be');
  expect(() => remember(document as never)).toThrow('it must be an array of what factsOfText() gives');
  expect(formatLedger(document.source, ledger)).toContain('text');
});

test('a grammar that can’t be used is a GrammarError', () => {
  expect(() => validate('<TEI/>', { schema: ['no-such.rng'] })).toThrow(GrammarError);
});

describe('the documents of a volume, one at a time', () => {
  /** The second cites a note of the first, and a ship that only the first introduces. */
  const texts = [
    `1. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, May 1, 1955—7 p.m.

The USS Strelsau is at anchor. Ambassador Jonas Q. Harker went aboard.2

Morrow
  1. Source: Department of State, Central Files, 611.88/5–155.
  2. Not printed.
`,
    `2. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, May 2, 1955—7 p.m.

Harker left. The Strelsau sails.2

Morrow
  1. Source: Department of State, Central Files, 611.88/5–255.
  2. See footnote 2, Document 1, and telegram 3 (footnote 3 above).
`,
  ];
  const list = 'id,name,description\np_HJ1,"Harker, Jonas Q.",Ambassador\np_HA1,"Harker, Abel",Consul\n';
  const authority = readAuthority([{ name: 'lists.csv', text: list }]);
  const options = { volume: 'frus1955-57v99', authority };

  test('with the volume’s memory each is what convertVolume makes of it', () => {
    const together = [
      ...convertVolume(
        texts.map((text) => ({ text })),
        options,
      ),
    ].map(({ output }) => output);
    const memory = remember(texts.map((text) => factsOfText(text, options)));
    expect(texts.map((text) => convert(text, { ...options, memory }).output)).toEqual(together);
    expect(texts.map((text) => convert(text, options).output)).not.toEqual(together);
    expect(memory.documents[0]).toMatchObject({ ships: expect.any(Array), names: { inFull: ['p_HJ1'] } });
  });
});
