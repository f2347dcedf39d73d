import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants are shown to: those of the mutated rooms. What is drawn at random is left out, because what it
 * finds differs from run to run, and the maps' tests, because they are not there to find faults of the codec: what is
 * killed here is the least that is killed.
 */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: [
      'test/edi/*.test.ts',
      'test/edi/{codec,x12,edifact}/**/*.test.ts',
      'test/business/{purchasing,finance}/**/*.test.ts',
    ],
    exclude: [
      'test/edi/fuzz*.test.ts',
      'test/edi/round-trip.test.ts',
      'test/business/**/*.property.test.ts',
      'test/business/finance/properties.test.ts',
    ],
    environment: 'node',
    testTimeout: 10_000,
  },
});
