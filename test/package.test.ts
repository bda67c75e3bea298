/** The package as programs get it: ES modules, from CommonJS by `import()`. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'teigram-package-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(ROOT, join(folder, 'node_modules/teigram'), 'dir');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a program in CommonJS', () => {
  test('gets the library by import()', () => {
    writeFileSync(join(folder, 'program.cjs'), `import('teigram').then(({ convert }) => console.log(typeof convert))`);
    const { stdout } = spawnSync(process.execPath, [join(folder, 'program.cjs')], { encoding: 'utf8' });
    expect(stdout).toBe('function\n');
  });

  test('is told by its compiler that require() gives nothing', () => {
    const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const resolved = (mode: ts.ResolutionMode) =>
      ts.resolveModuleName('teigram', join(folder, 'program.cts'), options, ts.sys, undefined, undefined, mode)
        .resolvedModule?.resolvedFileName;
    expect(resolved(ts.ModuleKind.CommonJS)).toBeUndefined();
    expect(resolved(ts.ModuleKind.ESNext)).toMatch(/dist\/index\.d\.ts$/);
  });
});
