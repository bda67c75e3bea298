// Bundles what has to start quickly or run in a browser, over what the compiler has put into dist: the package needs no bundler.
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { clean } from './.clean.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const common = { absWorkingDir: root, bundle: true, format: 'esm', logLevel: 'warning', legalComments: 'none' };

clean(root);

// The command and its threads: some files in place of hundreds. What they share, and what a command loads when it needs it,
// is in chunks; libraries stay outside.
await build({
  ...common,
  entryPoints: ['cli/main', 'batch/worker', 'check/check-worker', 'web/worker'].map((name) => `src/${name}.ts`),
  outdir: 'dist',
  outbase: 'src',
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  allowOverwrite: true,
});

// The pages of `teigram review` and `teigram serve`.
const from = join(root, 'src/web/page');
const to = join(root, 'dist/web/page');
mkdirSync(to, { recursive: true });
await build({
  ...common,
  entryPoints: ['review.ts', 'review.css', 'try.ts', 'try.css', 'report.css'].map((name) => join(from, name)),
  outdir: to,
  minify: true,
  target: 'es2022',
});
for (const name of ['review.html', 'try.html', 'icon.svg']) cpSync(join(from, name), join(to, name));
