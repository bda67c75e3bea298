// Bundles the pages of `teigram review` and `teigram serve` into dist/web/page: the package that is published needs no bundler.
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const from = join(root, 'src/web/page');
const to = join(root, 'dist/web/page');

mkdirSync(to, { recursive: true });
await build({
  entryPoints: ['review.ts', 'review.css', 'try.ts', 'try.css'].map((name) => join(from, name)),
  outdir: to,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
});
for (const name of ['review.html', 'try.html', 'icon.svg']) cpSync(join(from, name), join(to, name));
