/** Plain data of unknown shape → the shape that is wanted; what doesn't fit is told with its path, and an empty value stands in. */

type Path = readonly (string | number)[];

/** What texts of a form pass. */
export type Form = Pick<RegExp, 'test'>;

export interface Shape {
  wrong(path: Path, message: string): void;
  /** A mapping with no other keys than these. */
  record(value: unknown, path: Path, keys?: readonly string[]): Readonly<Record<string, unknown>>;
  /** A mapping of texts. */
  texts(value: unknown, path: Path, keys?: readonly string[]): Record<string, string>;
  list(value: unknown, path: Path): readonly unknown[];
  /** A text that isn't empty; numbers are taken for what is written. */
  text(value: unknown, path: Path, form?: Form, what?: string): string;
}

/** Characters that XML 1.0 can't hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export function shapes(wrong: (path: Path, message: string) => void): Shape {
  const record: Shape['record'] = (value, path, keys) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      wrong(path, 'should be a mapping');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (keys && !keys.includes(key)) wrong([...path, key], `unknown; known are ${keys.join(', ')}`);
    }
    return value as Record<string, unknown>;
  };
  const text: Shape['text'] = (value, path, form, what = 'a text') => {
    const written = typeof value === 'number' ? String(value) : value;
    if (
      typeof written === 'string' &&
      written.trim() !== '' &&
      !FORBIDDEN.test(written) &&
      (form?.test(written) ?? true)
    ) {
      return written.trim();
    }
    wrong(path, value === undefined ? `is missing: ${what}` : `should be ${what}`);
    return '';
  };
  return {
    wrong,
    record,
    text,
    texts: (value, path, keys) =>
      Object.fromEntries(
        Object.entries(record(value, path, keys)).map(([key, each]) => [key, text(each, [...path, key])]),
      ),
    list(value, path) {
      if (Array.isArray(value)) return value;
      wrong(path, value === undefined ? 'is missing: a list' : 'should be a list');
      return [];
    },
  };
}
