import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/check/finding.js';
import { crossCheck, EngineMissing } from '../src/check/schema/cross-check.js';

const SCHEMA = 'schemas/teigram/teigram.xsd';
const WRONG: Finding = { rule: 'schema', severity: 'error', message: 'x', line: 3, column: 1 };

/** An engine of that shape which finds every document valid, or none. */
const engine = (valid: boolean) => () => ({
  parseXml: (text: string) => {
    if (text.includes('broken')) throw new Error('not well-formed');
    return { validate: () => valid, validationErrors: valid ? [] : [{ message: 'bad\n', line: 7 }] };
  },
});

describe('the second engine', () => {
  test('says how to get it where it is not installed', () => {
    const load = () => {
      throw new Error('Cannot find module');
    };
    expect(() => crossCheck('<x/>', SCHEMA, [], load)).toThrow(EngineMissing);
    expect(() => crossCheck('<x/>', SCHEMA, [], load)).toThrow('npm install libxmljs2');
  });

  test('is silent where it agrees', () => {
    expect(crossCheck('<x/>', SCHEMA, [], engine(true))).toEqual([]);
    expect(crossCheck('<x/>', SCHEMA, [WRONG], engine(false))).toEqual([]);
    expect(crossCheck('broken', SCHEMA, [WRONG], engine(true))).toEqual([]);
  });

  test('speaks up where it does not', () => {
    expect(crossCheck('<x/>', SCHEMA, [], engine(false))).toMatchObject([
      {
        rule: 'engine',
        line: 7,
        message: 'The engines differ: libxmljs2 says invalid: bad; the built-in engine says valid.',
      },
    ]);
    expect(crossCheck('<x/>', SCHEMA, [WRONG], engine(true))).toMatchObject([
      { message: expect.stringContaining('libxmljs2 says valid') },
    ]);
    expect(crossCheck('broken', SCHEMA, [], engine(true))).toMatchObject([
      { message: expect.stringContaining('not well-formed') },
    ]);
  });

  test('warnings of ours are no verdict', () => {
    expect(crossCheck('<x/>', SCHEMA, [{ ...WRONG, severity: 'info' }], engine(true))).toEqual([]);
  });
});
