import { defineConfig } from 'vitest/config';

interface Kind {
  readonly timeout?: number;
  /** Whether a file begins as a new process does: what a function makes once and keeps must not outlive its file. */
  readonly isolate?: boolean;
  /** Whether a test that expects nothing fails: it is none. Where a judge or a simulator judges, it throws instead. */
  readonly expects?: boolean;
}

/** One project a kind of test: what it needs running decides where it belongs, not what it is about. */
const project = (
  name: string,
  include: string[],
  { timeout = 10_000, isolate = true, expects = false }: Kind = {},
) => ({
  test: {
    name,
    include,
    isolate,
    environment: 'node',
    expect: { requireAssertions: expects },
    testTimeout: timeout,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      // These keep nothing between two calls, so the files of a worker share what they import: a third of the time.
      project('unit', ['test/{core,business,edi,platform,api,events,cli,local,console}/**/*.test.ts'], {
        isolate: false,
        expects: true,
      }),
      project('functions', ['test/{adapters,functions}/**/*.test.ts'], { expects: true }),
      // What was synthesised once serves every file of its worker.
      project('infra', ['test/infra/**/*.test.ts'], { timeout: 120_000, isolate: false, expects: true }),
      project('judges', ['test/judges/**/*.test.ts'], { timeout: 60_000 }),
      project('simulation', ['test/simulation/**/*.test.ts'], { timeout: 900_000 }),
      project('contract', ['test/contract/**/*.test.ts'], { timeout: 60_000 }),
      project('integration', ['test/integration/**/*.test.ts'], { timeout: 120_000 }),
      project('e2e', ['test/e2e/**/*.test.ts'], { timeout: 300_000 }),
    ],
  },
});
