/** What the public types promise; `npm run types` compiles it. */

import { describe, expectTypeOf, test } from 'vitest';
import {
  type Anchor,
  type Block,
  type Conversion,
  type ConvertOptions,
  convert,
  type Diagnostic,
  type Format,
  type Leaf,
  type LedgerEntry,
  type Source,
  type Span,
  source,
} from '../src/index.js';

describe('the library', () => {
  test('convert takes a text and options that are all optional', () => {
    expectTypeOf(convert).parameter(0).toEqualTypeOf<string>();
    expectTypeOf(convert).parameter(1).toEqualTypeOf<ConvertOptions | undefined>();
    expectTypeOf(convert).returns.toEqualTypeOf<Conversion>();
    expectTypeOf<ConvertOptions['format']>().toEqualTypeOf<Format | undefined>();
    expectTypeOf<Format>().toEqualTypeOf<'tei' | 'div' | 'json'>();
    // @ts-expect-error an unknown option is a mistake
    convert('', { formt: 'tei' });
  });

  test('what comes back is read-only', () => {
    expectTypeOf<Conversion['diagnostics']>().toEqualTypeOf<readonly Diagnostic[]>();
    const { output, document } = convert('');
    // @ts-expect-error a document is never changed
    document.blocks = [];
    // @ts-expect-error nor are its lists
    document.notes.push();
    expectTypeOf(output).toBeString();
  });

  test('only source() and cut() mint a span', () => {
    // @ts-expect-error numbers are no span
    const span: Span = { start: 0, end: 1 };
    expectTypeOf(source('text')).toEqualTypeOf<Source>();
    expectTypeOf(span).toEqualTypeOf<Span>();
  });

  test('leaves, blocks and ledger entries are closed unions', () => {
    expectTypeOf<Leaf['type']>().toEqualTypeOf<'text' | 'skip' | 'pb' | 'lb' | 'anchor' | 'fw'>();
    expectTypeOf<LedgerEntry['kind']>().toEqualTypeOf<'text' | 'attribute' | 'skip' | 'literal'>();
    expectTypeOf<Extract<Leaf, { type: 'anchor' }>>().toEqualTypeOf<Anchor>();
    expectTypeOf<Extract<Block, { type: 'note' }>['n']>().toEqualTypeOf<string>();
  });
});
