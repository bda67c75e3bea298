/**
 * What may import what: the base no stage, a stage the base and itself, convert the stages, runs (many documents at a time, over
 * files or a network) all of these; process and console are cli's.
 */

import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const STAGES = ['read', 'resolve', 'write', 'check', 'score', 'render', 'volume', 'intake'];
/** They run the pipeline; each may import the stages and those before it. */
const RUNS = ['batch', 'adapt', 'queue', 'web'];
/** Folders of the base besides the files that lie in src/ itself. */
const BASE = ['text', 'xml', 'authority', 'features', 'models', 'decisions', 'places'];
/** Files that tie stages together, and programs: they may import what they need. */
const PIPELINE = ['convert.ts', 'plain-text.ts', 'valid-options.ts', 'index.ts'];
const PROGRAMS = ['cli', 'train', 'bench', 'fuzz', 'faults', 'load'];
/** Uses of `process` outside programs, each documented where it stands. */
const PROCESS_ALLOWED: Readonly<Record<string, readonly string[]>> = { 'model.ts': ['process.env'] };
/** Libraries with one home. */
const HOMES: Readonly<Record<string, RegExp>> = {
  saxes: /^xml\//,
  'fast-xml-parser': /^(xml|authority)\//,
  'libxml2-wasm': /^check\/(.*\/)?engine[^/]*\.ts$/,
  commander: /^cli\//,
  'cli-progress': /^cli\//,
};

interface Module {
  readonly path: string;
  readonly imports: readonly string[];
  readonly globals: readonly string[];
}

/** `process.env`, `console.log`: uses of the two globals, one string each; imports of the modules of the same names too. */
function globalsOf(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && (node.text === 'process' || node.text === 'console')) {
      const { parent } = node;
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isPropertySignature(parent);
      if (!isName) found.push(ts.isPropertyAccessExpression(parent) ? `${node.text}.${parent.name.text}` : node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function scan(path: string, text: string): Module {
  const imports = ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName).replace(/\.js$/, '.ts') : fileName,
    );
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, imports, globals: globalsOf(file) };
}

const layerOf = (path: string): string => {
  const [folder] = path.split('/') as [string];
  if (PIPELINE.includes(path)) return 'pipeline';
  if (path === folder || BASE.includes(folder)) return 'base';
  return folder;
};

/** Why an import is out of order; undefined where it is in order. */
function broken(from: string, to: string): string | undefined {
  if (!to.endsWith('.ts')) return undefined;
  const [importer, imported] = [layerOf(from), layerOf(to)];
  if (PROGRAMS.includes(importer) || importer === imported || imported === 'base') return undefined;
  if (importer === 'pipeline' && STAGES.includes(imported)) return undefined;
  if (RUNS.includes(importer)) {
    const before = [...STAGES, 'pipeline', ...RUNS.slice(0, RUNS.indexOf(importer))];
    if (before.includes(imported)) return undefined;
  }
  return `${from} (${importer}) imports ${to} (${imported})`;
}

const MODULES = globSync('**/*.ts', { cwd: SRC }).map((path) => scan(path, readFileSync(join(SRC, path), 'utf8')));

describe('layers', () => {
  test('every folder of src is a layer', () => {
    const folders = new Set(MODULES.map(({ path }) => layerOf(path)));
    expect([...folders].filter((f) => ![...STAGES, ...RUNS, ...PROGRAMS, 'base', 'pipeline'].includes(f))).toEqual([]);
  });

  test('no import crosses them', () => {
    expect(MODULES.flatMap(({ path, imports }) => imports.map((to) => broken(path, to)).filter(Boolean))).toEqual([]);
  });

  test('only programs use process and console', () => {
    const uses = MODULES.filter(({ path }) => !PROGRAMS.includes(layerOf(path))).flatMap(({ path, globals, imports }) =>
      [...globals, ...imports.filter((name) => /^(node:)?(process|console)$/.test(name))]
        .filter((use) => !PROCESS_ALLOWED[path]?.includes(use))
        .map((use) => `${path}: ${use}`),
    );
    expect(uses).toEqual([]);
  });

  test('libraries stay in their homes', () => {
    const strays = MODULES.flatMap(({ path, imports }) =>
      imports.filter((name) => HOMES[name] && !HOMES[name].test(path)).map((name) => `${path}: ${name}`),
    ).filter((stray) => !/^(bench|train)\//.test(stray));
    expect(strays).toEqual([]);
  });

  test('no folder is a drawer', () => {
    const drawers = MODULES.map(({ path }) => relative('.', dirname(path))).filter((folder) =>
      /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|$)/.test(folder),
    );
    expect(drawers).toEqual([]);
  });

  test('the rules see what they should', () => {
    expect(broken('read/lines.ts', 'write/index.ts')).toBeDefined();
    expect(broken('source.ts', 'read/index.ts')).toBeDefined();
    expect(broken('read/lines.ts', 'convert.ts')).toBeDefined();
    expect(broken('batch/task.ts', 'web/serve.ts')).toBeDefined();
    expect(broken('read/lines.ts', 'batch/decode.ts')).toBeDefined();
    expect(broken('read/lines.ts', 'xml/parse.ts')).toBeUndefined();
    expect(broken('web/serve.ts', 'batch/task.ts')).toBeUndefined();
    expect(broken('convert.ts', 'read/index.ts')).toBeUndefined();
    const sample =
      "import x from './b.js'; await import('../cli/main.js'); // process\n({ process: 1 }).process; console.log(process.env.A)";
    expect(scan('read/a.ts', sample)).toEqual({
      path: 'read/a.ts',
      imports: ['read/b.ts', 'cli/main.ts'],
      globals: ['console.log', 'process.env'],
    });
  });
});
