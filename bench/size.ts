/**
 * `npm run size`: what every function costs before it does anything. `bundle_kb` is its minified bundle in KiB (750
 * at most, 1100 where interchanges are read or written: maps, schemas and the evaluator of deviations), `load_ms` the median of five loads of that bundle, each in a fresh process (100 at most).
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { EnvironmentVariable } from '#adapters/lambda/environment.ts';
import { bundleOptions, functionEntries } from '#lib/bundle.ts';

const LOADS = 5;
const KIB = 1024;

const measureLoad = `
  const before = performance.now();
  await import(process.argv[1]);
  process.stdout.write(String(performance.now() - before));
  process.exit(0);
`;

/** Functions read these when they load; here any name will do. */
const variables: Readonly<Record<EnvironmentVariable, string>> = {
  CROSSDOCK_ENVIRONMENT: 'size',
  RECORDS_TABLE: 'none',
  AUDIT_TABLE: 'none',
  POSTINGS_TABLE: 'none',
  IDEMPOTENCY_TABLE: 'none',
  SETTINGS_TABLE: 'none',
  READ_MODEL_TABLE: 'none',
  LANDING_BUCKET: 'none',
  DOCUMENTS_BUCKET: 'none',
  WORK_BUCKET: 'none',
  EVENT_BUS_NAME: 'none',
  RELEASE_WORKFLOW_ARN: 'none',
  REPLENISHMENT_WORKFLOW_ARN: 'none',
  POSTING_QUEUE_URL: 'https://none.example/queue.fifo',
  QUEUE_NAME_PREFIX: 'none-',
  SYSTEM_SECRETS_PREFIX: 'none',
  USER_POOL_ID: 'none',
  DEAD_LETTER_QUEUES: 'none',
  PEOPLE_ISSUER: 'https://none.example',
  PARTNERS_USAGE_PLAN: 'none',
};

const environment = {
  PATH: process.env.PATH ?? '',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  POWERTOOLS_DEV: 'false',
  POWERTOOLS_SERVICE_NAME: 'size',
  POWERTOOLS_METRICS_NAMESPACE: 'Crossdock',
  ...variables,
};

const print = (figure: string, name: string, value: number, unit: string): void => {
  process.stdout.write(`${JSON.stringify({ bench: 'size', figure, value, unit, function: name })}\n`);
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const entries = functionEntries();
await build(bundleOptions(entries));
for (const entry of entries) {
  const file = fileURLToPath(new URL(`../dist/functions/${entry}/index.mjs`, import.meta.url));
  const loads = Array.from({ length: LOADS }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '--eval', measureLoad, file], {
        env: environment,
        encoding: 'utf8',
      }),
    ),
  );
  print('bundle_kb', entry, Math.round(statSync(file).size / KIB), 'KiB');
  print('load_ms', entry, Math.round(median(loads)), 'ms');
}
