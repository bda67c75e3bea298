import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The files that hold property tests. */
const withProperties = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `test/${name}`)
    .filter((file) => readFileSync(file, 'utf8').includes('fc.assert('));

/** `--mode properties` runs property tests alone, and longer: test/properties.ts says how. */
export default defineConfig(({ mode }) => {
  const long = mode === 'properties';
  // Tests that start commands take long on a busy machine; none of them measures time.
  const timeout = (long ? 60 : 10) * 60_000;
  return {
    test: {
      include: long ? withProperties() : ['test/**/*.test.ts'],
      setupFiles: ['test/properties.ts'],
      env: { PROPERTIES: process.env.PROPERTIES ?? (long ? '20' : '') },
      // One at the least may wait for its commands.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      testTimeout: timeout,
      hookTimeout: timeout,
    },
  };
});
