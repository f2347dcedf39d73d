import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { MODULES, ROOT } from './bootstrap/places.mjs';
import type { RunningCloud } from './cloud/start-cloud.ts';
import { environmentOf } from './process/environment.ts';
import type { RunFolder } from './process/run-folder.ts';
import type { Supervisor } from './process/supervisor.ts';
import type { Say } from './progress.ts';

/** What the CDK prints when it is through with a stack. */
const STACK_DONE = /^✅\s+(\S+)/;
const outputsByStackSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** What the stacks say of themselves (`ApiUrl`, `RecordsTableName`, …), all stacks in one. */
export type Outputs = Readonly<Record<string, string>>;

export interface DeployOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly cloud: RunningCloud;
  /** Where the outputs are written for whoever comes later. */
  readonly outputsFile: string;
  readonly say: Say;
}

/**
 * Put the stacks that go to AWS into the embedded cloud, by the CDK's own means.
 * 1. `cdk bootstrap`, then `cdk deploy --all` of the environment `local`.
 * 2. Keep the stacks' outputs, flattened, in a file.
 * The functions must have been bundled.
 */
export async function deploy(options: DeployOptions): Promise<Outputs> {
  const { run, cloud, outputsFile } = options;
  const byStack = join(run.data, 'outputs-by-stack.json');
  await cdk(options, ['bootstrap', `aws://${cloud.accountId}/${cloud.region}`]);
  await cdk(options, [
    ...['deploy', '--all', '--require-approval', 'never', '--app', `"${process.execPath}" bin/app.ts`],
    ...['--context', 'environment=local', '--context', `endpoint=${cloud.endpoint}`],
    ...['--output', join(run.data, 'cdk.out'), '--outputs-file', byStack],
  ]);
  const stacks = outputsByStackSchema.parse(JSON.parse(readFileSync(byStack, 'utf8')));
  const outputs: Outputs = Object.assign({}, ...Object.values(stacks));
  writeFileSync(outputsFile, `${JSON.stringify(outputs, null, 2)}\n`);
  return outputs;
}

/** Run one command of the CDK against the embedded cloud, in the run's own folder. */
async function cdk(options: DeployOptions, [command = '', ...args]: readonly string[]): Promise<void> {
  const { supervisor, run, cloud, say } = options;
  const plain = ['--ci', '--no-color', '--no-notices', '--progress', 'events'];
  say(`  cdk ${command}`);
  await supervisor.run(
    {
      name: `cdk ${command}`,
      command: process.execPath,
      args: [join(MODULES, 'aws-cdk', 'bin', 'cdk'), command, ...args, ...plain],
      env: environmentOf({ ...cloud.environment, CDK_DISABLE_CLI_TELEMETRY: 'true' }),
      // Where no cdk.json names an app, a bootstrap does not build one to find out what it is told anyway.
      cwd: command === 'bootstrap' ? run.data : ROOT,
      log: join(run.logs, `cdk-${command}.log`),
    },
    (line) => {
      const stack = STACK_DONE.exec(line.trim())?.[1];
      if (stack !== undefined && command === 'deploy') say(`    ${stack}`);
    },
  );
}
