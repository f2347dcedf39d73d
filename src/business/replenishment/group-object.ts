import type { ApprovalGroup } from '#core/canonical/proposal.ts';
import type { ObjectStore } from '#core/kernel/objects.ts';
import {
  type GroupedDraft,
  groupedDraftSchema,
  type PlannedGroup,
  plannedGroupSchema,
  proposalIdOf,
  runKeys,
} from './model.ts';
import { textLines, writeLines } from './work-objects.ts';

/** A planned group with its drafts, as `writeGroup` kept it. */
export async function readGroup(objects: ObjectStore, runId: string, approvalGroupId: string) {
  const lines: string[] = [];
  for await (const line of textLines(objects, runKeys.group(runId, approvalGroupId))) lines.push(line);
  const [head = '', ...rest] = lines;
  const group: PlannedGroup = plannedGroupSchema.parse(JSON.parse(head));
  const drafts: GroupedDraft[] = rest.map((line) => groupedDraftSchema.parse(JSON.parse(line)));
  if (drafts.length !== group.proposals) throw new Error(`group ${approvalGroupId} is not whole`);
  return { group, drafts };
}

export const writeGroup = (objects: ObjectStore, group: PlannedGroup, drafts: readonly GroupedDraft[]) =>
  writeLines(
    objects,
    runKeys.group(group.runId, group.id),
    [group, ...drafts].map((line) => JSON.stringify(line)),
  );

/** The record of a planned group as it is proposed: decided where the policy approved it, else waiting. */
export function groupRecord(group: PlannedGroup, drafts: readonly GroupedDraft[]): ApprovalGroup {
  const { id, runId, releaseId, supplierId, locationId, currency, approval, value } = group;
  return {
    id,
    runId,
    releaseId,
    supplierId,
    locationId,
    currency,
    approval,
    state: approval === 'policy' ? 'decided' : 'waiting',
    proposalIds: drafts.map((draft) => proposalIdOf(runId, draft.itemId, draft.locationId)),
    pending: approval === 'policy' ? 0 : drafts.length,
    value,
  };
}
