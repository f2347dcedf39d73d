import { call, callAndWait, either, forEachRow } from './tasks.ts';

export interface ReplenishReleaseFunctions {
  readonly prepareReplenishment: string;
  readonly planChunk: string;
  readonly concludeReplenishment: string;
  readonly proposeGroup: string;
  readonly awaitApproval: string;
  readonly requestPurchaseOrder: string;
}

/**
 * From an approved release to requested purchase orders: plan every partition in parallel, group what should be
 * ordered, wait once per group where a person must decide. Input `{ releaseId, correlationId }`.
 */
export const replenishReleaseWorkflow = (
  functions: ReplenishReleaseFunctions,
  workBucket: string,
): object => ({
  Comment: 'A release in force becomes proposals, and what is approved becomes purchase orders.',
  StartAt: 'PrepareReplenishment',
  States: {
    PrepareReplenishment: call(functions.prepareReplenishment, { Next: 'PlanChunks' }),
    PlanChunks: forEachRow(
      {
        bucket: workBucket,
        key: '$.partitionsKey',
        item: {
          'runId.$': '$.runId',
          'correlationId.$': '$.correlationId',
          'partition.$': '$$.Map.Item.Value.partition',
        },
        startAt: 'PlanChunk',
        states: { PlanChunk: call(functions.planChunk, { End: true }) },
        atMost: 40,
      },
      { Next: 'ConcludeReplenishment' },
    ),
    ConcludeReplenishment: call(
      functions.concludeReplenishment,
      { Next: 'AnythingToOrder' },
      { runId: '{% $states.input.runId %}', correlationId: '{% $states.input.correlationId %}' },
    ),
    AnythingToOrder: either('$states.input.groups > 0', 'OrderGroups', 'NothingToOrder'),
    NothingToOrder: { Type: 'Succeed' },
    OrderGroups: forEachRow(
      {
        bucket: workBucket,
        key: '$.groupsKey',
        item: {
          'runId.$': '$.runId',
          'correlationId.$': '$.correlationId',
          'approvalGroupId.$': '$$.Map.Item.Value.approvalGroupId',
        },
        startAt: 'ProposeGroup',
        states: groupStates(functions),
        // Groups that wait for a person hold their place; there must be room beside them.
        atMost: 1000,
        // A group that cannot be ordered (docs/runbooks/workflow-failed.md) must not end those that wait for people.
        independent: true,
      },
      { End: true },
    ),
  },
});

/** One approval group: propose, wait for a person where no policy decides, order what is approved. */
const groupStates = (functions: ReplenishReleaseFunctions): object => ({
  ProposeGroup: call(functions.proposeGroup, { Next: 'WhoDecides' }),
  WhoDecides: either("$states.input.approval = 'person'", 'AwaitApproval', 'RequestPurchaseOrder'),
  AwaitApproval: callAndWait(
    functions.awaitApproval,
    { Next: 'RequestPurchaseOrder' },
    {
      approvalGroupId: '{% $states.input.approvalGroupId %}',
      taskToken: '{% $states.context.Task.Token %}',
      correlationId: '{% $states.input.correlationId %}',
    },
  ),
  RequestPurchaseOrder: call(
    functions.requestPurchaseOrder,
    { End: true },
    {
      approvalGroupId: '{% $states.input.approvalGroupId %}',
      correlationId: '{% $states.input.correlationId %}',
    },
  ),
});
