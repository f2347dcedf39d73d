import * as z from 'zod';
import type { Proposal } from '#core/canonical/proposal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';

const decisionRecordSchema = z.record(z.string(), z.unknown());

/** The decision record of a proposal: one line of an object that never changes. Throws when it is not there. */
export async function readDecisionRecord(
  objects: Pick<ObjectStore, 'read'>,
  { key, offset, length }: Proposal['decisionRecord'],
): Promise<z.infer<typeof decisionRecordSchema>> {
  const content = await objects.read('work', key, { offset, length });
  if (!content) throw new Error(`the decision records ${key} are gone`);
  const bytes: Uint8Array[] = [];
  for await (const piece of content) bytes.push(piece);
  return decisionRecordSchema.parse(JSON.parse(Buffer.concat(bytes).toString()));
}
