/**
 * Mutation testing: every small change of these files that no test notices is a behaviour nobody checked.
 * `npm run mutate` runs it on what changed since the last run; `npm run mutate -- --mutate src/edi/x12/acknowledge.ts`
 * on one file; `-- --force` on all: the codec takes half an hour on two cores, the business rules another quarter.
 *
 * Left out: `schema/`, which is data (the standards' dictionaries). A changed word in it is a changed dictionary, not
 * changed behaviour; that it says what the standards say is checked by real files and by the judges in test/judges.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: [
    'src/edi/codec/**/*.ts',
    'src/edi/x12/*.ts',
    'src/edi/edifact/*.ts',
    'src/business/purchasing/rules/**/*.ts',
    'src/business/finance/rules/**/*.ts',
  ],
  // Stryker reads a tsconfig with TypeScript's JavaScript API, which TypeScript 7 does not have.
  tsconfigFile: 'tsconfig.none.json',
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.local/mutation/incremental.json',
  tempDirName: '.local/mutation/sandbox',
  ignorePatterns: ['.local', 'dist', 'cdk.out', 'console', 'contracts', 'docs'],
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json', 'html'],
  jsonReporter: { fileName: '.local/mutation/report.json' },
  htmlReporter: { fileName: '.local/mutation/report.html' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  thresholds: { high: 90, low: 85, break: 85 },
};
