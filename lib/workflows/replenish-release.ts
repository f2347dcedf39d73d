import { call, callAndWait, forEachRow } from './tasks.ts';

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
  QueryLanguage: 'JSONata',
  StartAt: 'PrepareReplenishment',
  States: {
    PrepareReplenishment: call(
      functions.prepareReplenishment,
      '{% $states.input %}',
      { Next: 'PlanChunks' },
      {
        correlationId: '{% $states.input.correlationId %}',
        run: '{% $states.result.Payload %}',
      },
    ),
    PlanChunks: forEachRow(
      {
        bucket: workBucket,
        key: '{% $run.partitionsKey %}',
        item: {
          runId: '{% $run.runId %}',
          correlationId: '{% $correlationId %}',
          partition: '{% $states.context.Map.Item.Value.partition %}',
        },
        startAt: 'PlanChunk',
        states: { PlanChunk: call(functions.planChunk, '{% $states.input %}', { End: true }) },
        atMost: 40,
      },
      { Next: 'ConcludeReplenishment' },
    ),
    ConcludeReplenishment: call(
      functions.concludeReplenishment,
      { runId: '{% $run.runId %}', correlationId: '{% $correlationId %}' },
      { Next: 'AnythingToOrder' },
      { concluded: '{% $states.result.Payload %}' },
    ),
    AnythingToOrder: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $concluded.groups > 0 %}', Next: 'OrderGroups' }],
      Default: 'NothingToOrder',
    },
    NothingToOrder: { Type: 'Succeed' },
    OrderGroups: forEachRow(
      {
        bucket: workBucket,
        key: '{% $concluded.groupsKey %}',
        item: {
          runId: '{% $run.runId %}',
          correlationId: '{% $correlationId %}',
          approvalGroupId: '{% $states.context.Map.Item.Value.approvalGroupId %}',
        },
        startAt: 'ProposeGroup',
        states: groupStates(functions),
        // Groups that wait for a person hold their place; there must be room beside them.
        atMost: 1000,
      },
      { End: true },
    ),
  },
});

/** One approval group: propose, wait for a person where no policy decides, order what is approved. */
const groupStates = (functions: ReplenishReleaseFunctions): object => ({
  ProposeGroup: call(
    functions.proposeGroup,
    '{% $states.input %}',
    { Next: 'WhoDecides' },
    {
      approvalGroupId: '{% $states.input.approvalGroupId %}',
      groupCorrelationId: '{% $states.input.correlationId %}',
    },
  ),
  WhoDecides: {
    Type: 'Choice',
    Choices: [{ Condition: "{% $states.input.approval = 'person' %}", Next: 'AwaitApproval' }],
    Default: 'RequestPurchaseOrder',
  },
  AwaitApproval: callAndWait(
    functions.awaitApproval,
    { approvalGroupId: '{% $approvalGroupId %}', taskToken: '{% $states.context.Task.Token %}' },
    { Next: 'RequestPurchaseOrder' },
  ),
  RequestPurchaseOrder: call(
    functions.requestPurchaseOrder,
    { approvalGroupId: '{% $approvalGroupId %}', correlationId: '{% $groupCorrelationId %}' },
    { End: true },
  ),
});
