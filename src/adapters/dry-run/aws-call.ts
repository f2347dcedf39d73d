import type { DryRun } from './dry-run.ts';

/** A call on its way: its input, and how to make it after all, perhaps with another input. */
export interface AwsCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly go: (input?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Answers a call instead of AWS. */
export type DryAnswer = (dry: DryRun, call: AwsCall) => Promise<unknown>;
