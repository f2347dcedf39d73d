import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests that mutants are shown to: those of the mutated rooms, and none that starts a program. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [
      'test/edi/*.test.ts',
      'test/edi/{codec,x12,edifact,maps}/**/*.test.ts',
      'test/business/{purchasing,finance}/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 10_000,
  },
});
