import { join } from 'node:path';
import type { Distributor } from '../erp-seed/distributor.ts';
import type { RunFolder } from '../process/run-folder.ts';
import type { Supervisor } from '../process/supervisor.ts';
import type { RunningStack } from '../raise-stack.ts';
import { carryMail, type MailCarrier } from '../suppliers/carry-mail.ts';
import { ediSuppliers } from '../suppliers/edi-supplier.ts';
import { type RunningSupplier, startMockEdi } from '../suppliers/start-mock-edi.ts';
import { outputOf } from './outputs.ts';

export interface SuppliersAtWork {
  readonly running: readonly RunningSupplier[];
  readonly carrier: MailCarrier;
}

export interface MeetOptions {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  readonly stack: RunningStack;
  readonly content: Distributor;
}

/** Start the suppliers that speak EDI, each an independent program with prices and stock of its own, and their mail. */
export async function meetSuppliers({
  supervisor,
  run,
  stack,
  content,
}: MeetOptions): Promise<SuppliersAtWork> {
  const running = await Promise.all(
    ediSuppliers.map((supplier) => startMockEdi({ supervisor, run, supplier, items: content.items })),
  );
  const bucket = outputOf(stack.outputs, 'LandingBucketName');
  return { running, carrier: carryMail(bucket, running, join(run.logs, 'mail.log')) };
}
