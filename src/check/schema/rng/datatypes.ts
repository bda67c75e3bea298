/** The datatypes of RELAX NG itself and of XML Schema (Part 2), as far as grammars of texts use them. */

import { xsdRegex } from './regex.js';
import { collapse } from './white-space.js';

export interface Param {
  readonly name: string;
  readonly value: string;
}

/** `name` is what messages call it; both functions take text as it stands in the document. */
export interface Datatype {
  readonly name: string;
  allows(text: string): boolean;
  same(a: string, b: string): boolean;
  readonly params: readonly Param[];
}

export const XSD_DATATYPES = 'http://www.w3.org/2001/XMLSchema-datatypes';

const replaceSpace = (text: string): string => text.replace(/[\t\r\n]/g, ' ');

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const YEAR = '-?(?:[1-9]\\d{3,}|0\\d{3})';
const DAY_TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const INTEGER = '[+-]?\\d+';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a lexical date (`YYYY-MM-DD…`) names a day that exists. */
function dayExists(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(-?\d+)-(\d\d)-(\d\d)/.exec(text) ?? [];
  const y = Number(year);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = month === '02' && leap ? 29 : (MONTH_DAYS[Number(month) - 1] ?? 0);
  return y !== 0 && Number(day) <= days;
}

interface Primitive {
  readonly lexical: RegExp;
  /** White space is kept or made spaces; the default is to collapse it. */
  readonly space?: 'preserve' | 'replace';
  readonly check?: (text: string) => boolean;
  /** Numbers, for bounds and for equality. */
  readonly number?: (text: string) => number;
}

const js = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');
const ANY = /[\s\S]*/;
const name = xsdRegex('\\i\\c*');
const ncName = xsdRegex('[\\i-[:]][\\c-[:]]*');
const qName = xsdRegex('([\\i-[:]][\\c-[:]]*:)?[\\i-[:]][\\c-[:]]*');
const within = (low: number, high: number): Primitive => ({
  lexical: js(INTEGER),
  number: Number,
  check: (text) => Number(text) >= low && Number(text) <= high,
});
const float: Primitive = {
  lexical: js('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[Ee][+-]?\\d+)?|-?INF|NaN'),
  number: (text) => Number(text.replace('INF', 'Infinity')),
};

const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  string: { lexical: ANY, space: 'preserve' },
  normalizedString: { lexical: ANY, space: 'replace' },
  token: { lexical: ANY },
  language: { lexical: js('[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*') },
  Name: { lexical: name },
  NCName: { lexical: ncName },
  ID: { lexical: ncName },
  IDREF: { lexical: ncName },
  IDREFS: { lexical: js('\\S+(?: \\S+)*'), check: (text) => text.split(' ').every((word) => ncName.test(word)) },
  ENTITY: { lexical: ncName },
  ENTITIES: { lexical: js('\\S+(?: \\S+)*'), check: (text) => text.split(' ').every((word) => ncName.test(word)) },
  NMTOKEN: { lexical: xsdRegex('\\c+') },
  NMTOKENS: { lexical: xsdRegex('\\c+( \\c+)*') },
  QName: { lexical: qName },
  NOTATION: { lexical: qName },
  anyURI: { lexical: ANY, check: (text) => !/%(?![0-9A-Fa-f]{2})/.test(text) && !/#.*#/.test(text) },
  boolean: { lexical: js('true|false|1|0'), number: (text) => (text === 'true' || text === '1' ? 1 : 0) },
  decimal: { lexical: js('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)'), number: Number },
  integer: within(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
  nonNegativeInteger: within(0, Number.POSITIVE_INFINITY),
  positiveInteger: within(1, Number.POSITIVE_INFINITY),
  nonPositiveInteger: within(Number.NEGATIVE_INFINITY, 0),
  negativeInteger: within(Number.NEGATIVE_INFINITY, -1),
  byte: within(-128, 127),
  short: within(-32768, 32767),
  int: within(-2147483648, 2147483647),
  long: within(-(2 ** 63), 2 ** 63),
  unsignedByte: within(0, 255),
  unsignedShort: within(0, 65535),
  unsignedInt: within(0, 4294967295),
  unsignedLong: within(0, 2 ** 64),
  float,
  double: float,
  date: { lexical: js(`${YEAR}-${MONTH}-${DAY}${ZONE}`), check: dayExists },
  dateTime: { lexical: js(`${YEAR}-${MONTH}-${DAY}T${DAY_TIME}${ZONE}`), check: dayExists },
  time: { lexical: js(`${DAY_TIME}${ZONE}`) },
  gYear: { lexical: js(`${YEAR}${ZONE}`), check: (text) => !/^-?0000/.test(text) },
  gYearMonth: { lexical: js(`${YEAR}-${MONTH}${ZONE}`), check: (text) => !/^-?0000/.test(text) },
  gMonth: { lexical: js(`--${MONTH}(?:--)?${ZONE}`) },
  gMonthDay: { lexical: js(`--${MONTH}-${DAY}${ZONE}`), check: (text) => dayExists(`2000${text.slice(1)}`) },
  gDay: { lexical: js(`---${DAY}${ZONE}`) },
  duration: {
    lexical: js('-?P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?'),
  },
  hexBinary: { lexical: js('(?:[0-9a-fA-F]{2})*') },
  base64Binary: { lexical: js('[A-Za-z0-9+/ ]*=?\\s?=?') },
};

const characters = (text: string): number => [...text].length;
const digits = (text: string): string => text.replace(/^[+-]?0*/, '').replace('.', '');

/** Facets; `text` is normalised already. Unknown facets are an error of the grammar. */
const FACETS: Readonly<Record<string, (value: string, type: Primitive) => (text: string) => boolean>> = {
  pattern: (value) => {
    const regex = xsdRegex(value);
    return (text) => regex.test(text);
  },
  length: (value) => (text) => characters(text) === Number(value),
  minLength: (value) => (text) => characters(text) >= Number(value),
  maxLength: (value) => (text) => characters(text) <= Number(value),
  minInclusive: (value, type) => ordered(type, value, (order) => order >= 0),
  maxInclusive: (value, type) => ordered(type, value, (order) => order <= 0),
  minExclusive: (value, type) => ordered(type, value, (order) => order > 0),
  maxExclusive: (value, type) => ordered(type, value, (order) => order < 0),
  totalDigits: (value) => (text) => digits(text).length <= Number(value),
  fractionDigits: (value) => (text) => (text.split('.')[1] ?? '').replace(/0+$/, '').length <= Number(value),
};

function ordered(type: Primitive, bound: string, holds: (order: number) => boolean): (text: string) => boolean {
  const key = type.number ?? ((text: string) => Date.parse(/^\d{4}/.test(text) ? text : `1970-01-01T${text}`));
  const limit = key(bound);
  return (text) => {
    const value = key(text);
    return Number.isNaN(value) || Number.isNaN(limit) || holds(Math.sign(value - limit));
  };
}

/** A datatype by library and name, with its parameters. @throws SyntaxError if there is no such type or facet. */
export function datatype(library: string, typeName: string, params: readonly Param[] = []): Datatype {
  const builtIn = library === '';
  const type = PRIMITIVES[typeName];
  if (!type || (builtIn && typeName !== 'string' && typeName !== 'token') || (!builtIn && library !== XSD_DATATYPES)) {
    throw new SyntaxError(`datatype ${typeName} of ${library || 'RELAX NG'} is not known`);
  }
  const normal = { preserve: (text: string) => text, replace: replaceSpace, collapse }[type.space ?? 'collapse'];
  const facets = params.map(({ name, value }) => {
    const facet = FACETS[name];
    if (!facet) throw new SyntaxError(`parameter ${name} of datatype ${typeName} is not known`);
    return facet(value, type);
  });
  const allows = (text: string): boolean => {
    const value = normal(text);
    return type.lexical.test(value) && (type.check?.(value) ?? true) && facets.every((holds) => holds(value));
  };
  const same = (a: string, b: string): boolean => {
    const [x, y] = [normal(a), normal(b)];
    return x === y || (type.number !== undefined && allows(a) && type.number(x) === type.number(y));
  };
  return { name: typeName, allows, same, params };
}
