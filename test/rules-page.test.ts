/** The page of the rules is what the rules say. UPDATE=1 writes it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { RULES } from '../src/check/rules/index.js';
import { rulesPage } from '../src/check/rules/page.js';

const PAGE = fileURLToPath(new URL('../src/check/rules/README.md', import.meta.url));

it('is up to date', () => {
  if (process.env.UPDATE) writeFileSync(PAGE, rulesPage());
  expect(readFileSync(PAGE, 'utf8')).toBe(rulesPage());
});

it('has a section for every rule', () => {
  for (const { id } of RULES) expect(rulesPage()).toContain(`\n### ${id}\n`);
});
