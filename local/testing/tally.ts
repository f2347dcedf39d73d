import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** How many things were tried and how they came out. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  success: z.boolean(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/**
 * What a vitest JSON report amounts to. A file that could not even be loaded is one failure; so are a run without
 * a test and one that failed outside its tests.
 */
export function tallyReport(json: string): Tally {
  const report = reportSchema.parse(JSON.parse(json));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloadable;
  const failedUnseen = failed === 0 && (!report.success || passed === 0);
  return { passed, failed: failedUnseen ? 1 : failed };
}

/** The tally of a report file; a run that wrote none failed as a whole. */
export function tallyReportFile(path: string): Tally {
  try {
    return tallyReport(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
