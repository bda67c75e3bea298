import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/batch/decode.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const offsets = (message: string): number => Number(/offset (\d+)/.exec(message)?.[1]);

describe('decode', () => {
  test('UTF-8 as it stands, with its byte order mark', () => {
    expect(decode(utf8('\ufeffDulles’ “plan” — ü 🙂'))).toEqual({
      text: '\ufeffDulles’ “plan” — ü 🙂',
      encoding: 'utf-8',
      diagnostics: [],
    });
  });

  test.each([
    ['utf-16le', Buffer.from('\ufeffPlan — ü', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffPlan — ü', 'utf16le').swap16()],
    ['utf-32le', iconv.encode('\ufeffPlan — ü', 'utf-32le')],
    ['utf-32be', iconv.encode('\ufeffPlan — ü', 'utf-32be')],
  ])('%s by its byte order mark', (encoding, input) => {
    expect(decode(input)).toEqual({ text: '\ufeffPlan — ü', encoding, diagnostics: [] });
  });

  test.each([
    ['utf-16le', Buffer.from('Plan of March — ü', 'utf16le')],
    ['utf-16be', Buffer.from('Plan of March — ü', 'utf16le').swap16()],
  ])('%s without one, said to be a guess', (encoding, input) => {
    const decoded = decode(input);
    expect(decoded).toMatchObject({ text: 'Plan of March — ü', encoding });
    expect(decoded.diagnostics.map((d) => d.code)).toEqual(['encoding-guessed']);
  });

  test('windows-1252, its curly quotes and dashes among 80–9F', () => {
    const text = 'The Ambassador said “yes”—and ‘no’… café, €5';
    const decoded = decode(iconv.encode(text, 'windows-1252'));
    expect(decoded).toMatchObject({ text, encoding: 'windows-1252' });
    expect(decoded.diagnostics.map((d) => d.code)).toEqual(['encoding-guessed']);
  });

  test('a few high bytes never make Romanian of a telegram', () => {
    expect(decode(iconv.encode('At the café in Asunción, señor', 'windows-1252')).text).toBe(
      'At the café in Asunción, señor',
    );
  });

  test('Japanese text in Shift_JIS', () => {
    const text = '日本政府は安全保障条約の改定を希望している。大臣はワシントンを訪問する予定である。';
    expect(decode(iconv.encode(text, 'shift_jis'))).toMatchObject({ text, encoding: 'shift_jis' });
  });

  test('XML in the encoding that it declares, if it can be in it', () => {
    const xml = (name: string, text: string) =>
      iconv.encode(`<?xml version="1.0" encoding="${name}"?><p>${text}</p>`, name);
    for (const [name, text] of [
      ['ISO-8859-2', 'Łódź, żółć'],
      ['koi8-r', 'Москва'],
      ['windows-1251', 'Бухарест'],
    ] as const)
      expect(decode(xml(name, text))).toMatchObject({
        text: expect.stringContaining(text),
        encoding: name.toLowerCase(),
        diagnostics: [],
      });
    // Latin 1 is meant for windows-1252; what calls itself Polish and is in UTF-8 is in UTF-8.
    const said = '<?xml version="1.0" encoding="ISO-8859-1"?><p>“café”</p>';
    expect(decode(iconv.encode(said, 'windows-1252'))).toMatchObject({ text: said, diagnostics: [] });
    for (const name of ['ISO_8859-1', 'l1', 'ascii']) {
      const called = said.replace('ISO-8859-1', name);
      expect(decode(iconv.encode(called, 'windows-1252'))).toMatchObject({ text: called, diagnostics: [] });
    }
    // In these the declaration itself would read otherwise.
    for (const name of ['ucs2', 'base64', 'hex'])
      for (const end of ['', ' ']) {
        const called = `${said.replace('ISO-8859-1', name)}${end}`;
        expect(decode(iconv.encode(called, 'windows-1252')).text).toBe(called);
      }
    const polish = said.replace('8859-1', '8859-2');
    expect(decode(utf8(polish))).toMatchObject({ text: polish, encoding: 'utf-8' });
    expect(decode(xml('utf-8', 'é').fill(0xe9, 45, 47)).text).toContain('éé');
  });

  test('a bad byte in UTF-8 is read as windows-1252 and told by its byte offset and its place', () => {
    const decoded = decode(Buffer.concat([utf8('Ambassadör’s and “'), bytes(0x92), utf8('s” it\nis')]));
    expect(decoded.text).toBe('Ambassadör’s and “’s” it\nis');
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.diagnostics).toHaveLength(1);
    expect(decoded.diagnostics[0]).toMatchObject({ code: 'bad-byte', severity: 'warning', start: 18, end: 19 });
    expect(decoded.diagnostics[0]?.message).toContain('byte 0x92 at byte offset 23');
  });

  test.each([
    ['overlong', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['cut short', [0xe2, 0x80]],
  ])('UTF-8 that is %s is bad bytes', (_, bad) => {
    const decoded = decode(Buffer.concat([utf8('“ü” — “ü” '), bytes(...bad)]), 'utf-8');
    expect(decoded.diagnostics).toHaveLength(1);
    expect(decoded.text).toHaveLength('“ü” — “ü” '.length + bad.length);
  });

  test('bytes that windows-1252 leaves open become controls, each told', () => {
    const decoded = decode(bytes(0x41, 0x81, 0x42, 0x9d, 0x93), 'windows-1252');
    expect(decoded.text).toBe('A\u0081B\u009d“');
    expect(decoded.diagnostics.map((d) => offsets(d.message))).toEqual([1, 3]);
  });

  test('an odd last byte of UTF-16 is kept', () => {
    const decoded = decode(Buffer.concat([Buffer.from('\ufeffAB', 'utf16le'), bytes(0x43)]));
    expect(decoded.text).toBe('\ufeffABC');
    expect(offsets(decoded.diagnostics[0]!.message)).toBe(6);
  });

  test('an encoding that cannot hold the bytes says so', () => {
    const decoded = decode(bytes(0x41, 0xff, 0x42), 'shift_jis');
    expect(decoded.diagnostics.map((d) => offsets(d.message))).toEqual([1]);
    expect(decoded.diagnostics[0]!.message).not.toContain('windows-1252');
  });

  test('thousands of bad bytes are told in a hundred lines and one', () => {
    const noise = Buffer.concat(
      Array.from({ length: 300 }, () => utf8('é')).flatMap((e) => [e, bytes(0x92), utf8('x')]),
    );
    const { diagnostics } = decode(noise, 'utf-8');
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)?.message).toBe('200 more runs of bad bytes from here on');
  });

  test('an unknown name throws', () => {
    expect(() => decode(bytes(), 'utf-99')).toThrow(RangeError);
  });

  test('any text comes back from UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(utf8(text), 'utf-8').text).toBe(text);
        expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le')).text).toBe(`\ufeff${text}`);
      }),
    );
  });

  test('any bytes whatever give text, and every bad run of UTF-8 is where it says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        decode(input);
        const { text, diagnostics } = decode(input, 'utf-8');
        let rebuilt = Buffer.alloc(0);
        let at = 0;
        for (const { start, end, message } of diagnostics) {
          rebuilt = Buffer.concat([rebuilt, utf8(text.slice(at, start))]);
          expect(offsets(message)).toBe(rebuilt.length);
          rebuilt = Buffer.concat([rebuilt, input.subarray(rebuilt.length, rebuilt.length + end - start)]);
          at = end;
        }
        expect([...rebuilt, ...utf8(text.slice(at))]).toEqual([...input]);
      }),
    );
  });
});
