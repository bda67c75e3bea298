import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that start commands take long on a busy machine; none of them measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
