import { type DecisionRecord, decisionRecordSchema } from '#core/canonical/decision-record.ts';
import type { Proposal } from '#core/canonical/proposal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';

/** The decision record of a proposal: one line of an object that never changes. Throws when it is not there. */
export async function readDecisionRecord(
  objects: Pick<ObjectStore, 'read'>,
  { key, offset, length }: Proposal['decisionRecord'],
): Promise<DecisionRecord> {
  const content = await objects.read('work', key, { offset, length });
  if (!content) throw new Error(`the decision records ${key} are gone`);
  const bytes: Uint8Array[] = [];
  for await (const piece of content) bytes.push(piece);
  return decisionRecordSchema.parse(JSON.parse(Buffer.concat(bytes).toString()));
}
