/**
 * One small document a case, one point each: `fixtures/<case>/input.txt` converts to `output.xml` (the document's `div`) and
 * `diagnostics.txt`. `options.json` holds convert's options, the authority list as a path. UPDATE=1 rewrites the two files: read the diff
 * before you keep it.
 */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { type ConvertOptions, convert } from '../src/convert.js';
import { formatDiagnostic } from '../src/diagnostic.js';

const FIXTURES = join(import.meta.dirname, 'fixtures');

function optionsOf(folder: string): ConvertOptions {
  const path = join(folder, 'options.json');
  if (!existsSync(path)) return {};
  const { authority, ...options } = JSON.parse(readFileSync(path, 'utf8')) as Omit<ConvertOptions, 'authority'> & {
    authority?: string;
  };
  if (authority === undefined) return options;
  const text = readFileSync(join(import.meta.dirname, '..', authority), 'utf8');
  return { ...options, authority: readAuthority([{ name: authority, text }]) };
}

/** Compare with the file, or write it; a file that should be empty is not kept. */
function expectFile(path: string, text: string): void {
  if (process.env.UPDATE) {
    rmSync(path, { force: true });
    if (text !== '') writeFileSync(path, text);
  } else expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
}

describe('fixtures', () => {
  for (const name of readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'input.txt')))) {
    test(name, () => {
      const folder = join(FIXTURES, name);
      const text = readFileSync(join(folder, 'input.txt'), 'utf8');
      const { output, document, diagnostics, findings } = convert(text, {
        name: 'input.txt',
        format: 'div',
        ...optionsOf(folder),
      });
      const lines = diagnostics.map((d) => formatDiagnostic(document.source, d));
      expect(findings).toEqual([]);
      expectFile(join(folder, 'output.xml'), output);
      expectFile(join(folder, 'diagnostics.txt'), lines.map((line) => `${line}\n`).join(''));
    });
  }
});
