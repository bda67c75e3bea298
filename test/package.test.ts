/** The package as programs get it: ES modules, from CommonJS by `import()`. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'teigram-package-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(ROOT, join(folder, 'node_modules/teigram'), 'dir');
afterAll(() => rmSync(folder, { recursive: true }));

const NODE_NEXT = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };

/** Names of types that the declarations of the entries use and none exports. A base that isn't exported is part of what extends it. */
function unexported(...entries: readonly string[]): string[] {
  const program = ts.createProgram(entries, { ...NODE_NEXT, target: ts.ScriptTarget.ES2022 });
  const checker = program.getTypeChecker();
  const meant = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const ours = ({ declarations = [] }: ts.Symbol): readonly ts.Declaration[] =>
    declarations.filter((node) => node.getSourceFile().fileName.startsWith(join(ROOT, 'dist')));
  const modules = entries.map((entry) => checker.getSymbolAtLocation(program.getSourceFile(entry)!)!);
  const exported = new Set(modules.flatMap((module) => checker.getExportsOfModule(module).map(meant)));
  const missing = new Set<string>();
  const named = (name: ts.Node): ts.Symbol | undefined => {
    const symbol = checker.getSymbolAtLocation(name);
    const isParameter = symbol && (symbol.flags & ts.SymbolFlags.TypeParameter) !== 0;
    return symbol && !isParameter && !exported.has(meant(symbol)) ? meant(symbol) : undefined;
  };
  const walk = (node: ts.Node): void => {
    const type = ts.isTypeReferenceNode(node) ? named(node.typeName) : undefined;
    if (type && ours(type).length > 0) missing.add(type.name);
    const base = ts.isExpressionWithTypeArguments(node) ? named(node.expression) : undefined;
    if (base) ours(base).forEach(walk);
    ts.forEachChild(node, walk);
  };
  for (const symbol of exported) ours(symbol).forEach(walk);
  return [...missing].sort();
}

test('a build leaves no module whose source is gone', async () => {
  const { clean } = await import(join(ROOT, '.clean.mjs'));
  const root = join(folder, 'checkout');
  const kept = ['dist/a.js', 'dist/a.d.ts', 'dist/read/b.js', 'dist/.tsbuildinfo', 'src/a.ts', 'src/read/b.ts'];
  const gone = ['dist/old.js', 'dist/old.d.ts', 'dist/read/old.js', 'dist/chunks/a-X1.js', 'dist/web/page/a.js'];
  for (const file of [...kept, ...gone]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  clean(root);
  const left = [...kept, ...gone].filter((file) => existsSync(join(root, file)));
  expect(left).toEqual(kept);
});

describe('a program that is bundled', () => {
  const bundle = async (code: string, external: string[]): Promise<string> => {
    const out = join(folder, 'bundle.mjs');
    const stdin = { contents: code, resolveDir: folder };
    await build({
      stdin,
      outfile: out,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external,
      logLevel: 'error',
    });
    const { stdout, stderr } = spawnSync(process.execPath, [out], { encoding: 'utf8' });
    return stdout + stderr;
  };
  const PROGRAM = `import { convert } from 'teigram'; console.log(convert('1. Note').output.slice(0, 5));`;

  test('leaves teigram out, or is told to', async () => {
    expect(await bundle(PROGRAM, ['teigram'])).toBe('<?xml\n');
    expect(await bundle(PROGRAM, [])).toMatch(
      /Error: teigram reads files of its package .*leave teigram out of the bundle/,
    );
  });

  test('may hold the client', async () => {
    const program = `import { connect } from 'teigram/client'; console.log(typeof connect('http://localhost').convert);`;
    expect(await bundle(program, [])).toBe('function\n');
  });
});

describe('public types', () => {
  test('can all be imported', () => {
    expect(unexported(join(ROOT, 'dist/index.d.ts'), join(ROOT, 'dist/web/client.d.ts'))).toEqual([]);
  });
});

describe('a program in CommonJS', () => {
  test('gets the library by import()', () => {
    writeFileSync(join(folder, 'program.cjs'), `import('teigram').then(({ convert }) => console.log(typeof convert))`);
    const { stdout } = spawnSync(process.execPath, [join(folder, 'program.cjs')], { encoding: 'utf8' });
    expect(stdout).toBe('function\n');
  });

  test('is told by its compiler that require() gives nothing', () => {
    const resolved = (mode: ts.ResolutionMode) =>
      ts.resolveModuleName('teigram', join(folder, 'program.cts'), NODE_NEXT, ts.sys, undefined, undefined, mode)
        .resolvedModule?.resolvedFileName;
    expect(resolved(ts.ModuleKind.CommonJS)).toBeUndefined();
    expect(resolved(ts.ModuleKind.ESNext)).toMatch(/dist\/index\.d\.ts$/);
  });
});
