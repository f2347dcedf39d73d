import { describe, expect, test } from 'vitest';
import { tallyReport, tallyReportFile } from '#local/testing/tally.ts';

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status })),
});

const report = (success: boolean, ...testResults: ReturnType<typeof file>[]) => {
  const of = (status: string) =>
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((result) => result.status === status).length;
  return JSON.stringify({ success, numPassedTests: of('passed'), numFailedTests: of('failed'), testResults });
};

describe('tally of a test report', () => {
  test('[G2] passed and failed tests are counted', () => {
    expect(tallyReport(report(false, file('passed', 'failed'), file('passed')))).toEqual({
      passed: 2,
      failed: 1,
    });
  });

  test('[G2] a file that cannot be loaded is a failure', () => {
    expect(tallyReport(report(false, file(), file('passed')))).toEqual({ passed: 1, failed: 1 });
  });

  test('[G2] a failure outside the tests is a failure', () => {
    expect(tallyReport(report(false, file('passed')))).toEqual({ passed: 1, failed: 1 });
  });

  test('[G2] no test at all is a failure', () => {
    expect(tallyReport(report(true))).toEqual({ passed: 0, failed: 1 });
  });

  test('[G2] no report at all is a failure', () => {
    expect(tallyReportFile('/nowhere/report.json')).toEqual({ passed: 0, failed: 1 });
  });
});
