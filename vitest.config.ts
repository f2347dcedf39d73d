import { defineConfig } from 'vitest/config';

/** One project a kind of test: what it needs running decides where it belongs, not what it is about. */
const project = (name: string, include: string[], testTimeout = 10_000) => ({
  test: { name, include, environment: 'node', testTimeout, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', [
        'test/{core,business,edi,platform,api,adapters,functions,events,cli,local,console}/**/*.test.ts',
      ]),
      project('infra', ['test/infra/**/*.test.ts'], 120_000),
      project('judges', ['test/judges/**/*.test.ts'], 60_000),
      project('simulation', ['test/simulation/**/*.test.ts'], 900_000),
      project('contract', ['test/contract/**/*.test.ts'], 60_000),
      project('integration', ['test/integration/**/*.test.ts'], 120_000),
      project('e2e', ['test/e2e/**/*.test.ts'], 300_000),
    ],
  },
});
