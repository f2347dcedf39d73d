import { describe, expect, test } from 'vitest';
import { recompute } from '#business/replenishment/decide.ts';
import { escalateOverdueApprovals } from '#business/replenishment/escalate-overdue-approvals.ts';
import { startReplenishment } from '#business/replenishment/start-replenishment.ts';
import { wakeApprovalGroup } from '#business/replenishment/wake-approval-group.ts';
import { decisionRecordSchema } from '#core/canonical/decision-record.ts';
import { unwrap } from '#core/kernel/result.ts';
import { replenishmentRoom } from '#test/builders/replenishment-room.ts';

/** Monday 2026-11-23; the weeks begin on 2026-11-30; 100 pieces a week; cases of 48. */
async function stockedRoom(...items: string[]) {
  const room = replenishmentRoom();
  await room.stock(...(items.length > 0 ? items : ['I1']));
  return room;
}

describe('from a release to purchase orders', () => {
  test('[R1][R6] an approved release becomes requested orders by supplier, location and currency', async () => {
    const room = await stockedRoom('I1', 'I2');
    room.autoApprove();
    await room.release('fr-1', [
      { itemId: 'I1', locationId: 'HAM' },
      { itemId: 'I2', locationId: 'HAM' },
      { itemId: 'I1', locationId: 'MUC' },
    ]);
    const { runId, orders } = await room.replenish('fr-1');
    expect(orders).toHaveLength(2);
    const kept = (await room.allOrders()).map(({ body }) => body);
    expect(kept.map(({ locationId, lines }) => [locationId, lines.length]).sort()).toEqual([
      ['HAM', 2],
      ['MUC', 1],
    ]);
    expect(kept[0]).toMatchObject({
      state: 'requested',
      origin: 'crossdock',
      system: 'tryton',
      supplierId: 'S1',
    });
    const run = await room.records.get('replenishment-run', runId);
    expect(run?.body.counts).toEqual({
      itemLocations: 3,
      enough: 0,
      passed: 0,
      adjusted: 3,
      refused: 0,
      automatic: 3,
      waiting: 0,
    });
    expect(run?.body.orderValue).toEqual([{ amount: '90', currency: 'EUR' }]);
    expect(run?.body.shortageAvoided).toEqual([{ amount: '75', currency: 'EUR' }]);
  });

  test('[R4] the decision record of a proposal stands where the proposal says, and gives itself again', async () => {
    const items = Array.from({ length: 12 }, (_, index) => `I${index}`);
    const room = await stockedRoom(...items);
    await room.release(
      'fr-1',
      items.map((itemId) => ({ itemId })),
    );
    const { runId } = await room.proposeAll('fr-1');
    const proposals = await room.proposalsOf(runId);
    expect(proposals).toHaveLength(12);
    for (const { body } of proposals) {
      const { key, offset, length } = body.decisionRecord;
      const text = Buffer.from(room.objects.text('work', key))
        .subarray(offset, offset + length)
        .toString();
      const record = decisionRecordSchema.parse(JSON.parse(text));
      expect(record.inputs.itemId).toBe(body.itemId);
      expect(record.order?.baseQuantity).toEqual(body.baseQuantity);
      expect(JSON.parse(JSON.stringify(recompute(record)))).toEqual(JSON.parse(text));
    }
  });

  test('[R5] without a policy every proposal waits, and says so', async () => {
    const room = await stockedRoom();
    await room.release('fr-1', [{}]);
    const { runId, groups } = await room.proposeAll('fr-1');
    const [proposal] = await room.proposalsOf(runId);
    expect(proposal?.body).toMatchObject({
      state: 'waiting',
      approvalReasons: ['No approval policy is set.'],
    });
    const group = await room.records.get('approval-group', groups[0] ?? '');
    expect(group?.body).toMatchObject({ state: 'waiting', pending: 1, approval: 'person' });
    expect(group?.body.dueAt).toBe('2026-11-25T08:00:00.000Z');
  });

  test('[R5] what the policy covers is approved in its name, the rest of the same supplier waits apart', async () => {
    const room = await stockedRoom('I1', 'I2');
    room.autoApprove({ maximumValue: [{ amount: '40', currency: 'EUR' }] });
    await room.release('fr-1', [{ itemId: 'I1' }, { itemId: 'I2', quantities: new Array(13).fill('400') }]);
    const { runId, groups } = await room.proposeAll('fr-1');
    expect(groups).toHaveLength(2);
    const byItem = new Map((await room.proposalsOf(runId)).map(({ body }) => [body.itemId, body]));
    expect(byItem.get('I1')).toMatchObject({ state: 'approved', decision: { by: 'policy standard' } });
    expect(byItem.get('I2')).toMatchObject({
      state: 'waiting',
      approvalReasons: ['The value of 102 EUR is above the 40 EUR of policy standard.'],
    });
  });

  test('[E2] a repeated step changes nothing: same records, same events', async () => {
    const room = await stockedRoom('I1', 'I2');
    room.autoApprove();
    await room.release('fr-1', [{ itemId: 'I1' }, { itemId: 'I2', locationId: 'MUC' }]);
    await room.replenish('fr-1');
    const events = room.records.published().length;
    const orders = await room.allOrders();
    await room.replenish('fr-1');
    expect(room.records.published()).toHaveLength(events);
    expect(await room.allOrders()).toEqual(orders);
  });

  test('[R6] more than 200 lines of one supplier and location become several orders', async () => {
    const items = Array.from({ length: 205 }, (_, index) => `I${index}`);
    const room = await stockedRoom(...items);
    room.autoApprove();
    await room.release(
      'fr-1',
      items.map((itemId) => ({ itemId })),
    );
    const { orders } = await room.replenish('fr-1');
    expect(orders).toHaveLength(2);
    const lines = (await room.allOrders()).map(({ body }) => body.lines.length);
    expect(lines.sort((a, b) => a - b)).toEqual([5, 200]);
  });

  test('[O1] every record and event of the chain bears the correlation of its release', async () => {
    const room = await stockedRoom();
    room.autoApprove();
    await room.release('fr-1', [{}]);
    const { orders } = await room.replenish('fr-1');
    const order = await room.records.get('purchase-order', orders[0] ?? '');
    expect(order?.correlationId).toBe('cor-replenishment-room');
    expect(new Set(room.records.published().map(({ correlationid }) => correlationid))).toEqual(
      new Set(['cor-replenishment-room']),
    );
  });

  test('[R6] no routing rule for the company: the order is refused by name, and made once there is one', async () => {
    const room = await stockedRoom();
    room.autoApprove();
    room.settings.put('routing', { rules: [{ company: 'other', system: 'tryton' }] });
    await room.release('fr-1', [{}]);
    const { groups } = await room.proposeAll('fr-1');
    const refused = await room.order(groups[0] ?? '');
    expect(refused).toMatchObject({ ok: false, problem: { code: 'routing-missing' } });
    room.settings.put('routing', { rules: [{ company: 'main', system: 'tryton' }] });
    expect(unwrap(await room.order(groups[0] ?? '')).purchaseOrderId).toMatch(/^po-/);
  });
});

describe('starting, waiting, escalating', () => {
  test('[R5] an overdue group is escalated once', async () => {
    const room = await stockedRoom();
    await room.release('fr-1', [{}]);
    await room.proposeAll('fr-1');
    expect(unwrap(await escalateOverdueApprovals(room))).toEqual({ escalated: 0 });
    room.clock.advance(49 * 3_600_000);
    expect(unwrap(await escalateOverdueApprovals(room))).toEqual({ escalated: 1 });
    expect(unwrap(await escalateOverdueApprovals(room))).toEqual({ escalated: 0 });
    expect(
      room.records.published().filter(({ type }) => type === 'crossdock.approval-overdue.v1'),
    ).toHaveLength(1);
  });

  test('[R5] a workflow that comes to wait after the decision is woken at once', async () => {
    const room = await stockedRoom();
    await room.release('fr-1', [{}]);
    const { runId, groups } = await room.proposeAll('fr-1');
    const [group = ''] = groups;
    expect(unwrap(await room.awaitApproval(group, 'early'))).toBe('waiting');
    const [proposal] = await room.proposalsOf(runId);
    unwrap(await room.approve(proposal?.id ?? ''));
    expect(unwrap(await room.awaitApproval(group, 'late'))).toBe('woken');
    expect(room.woken).toEqual(['late']);
  });

  test('[E3] a decided group wakes its workflow, however often the event comes; an undecided one wakes nobody', async () => {
    const room = await stockedRoom();
    await room.release('fr-1', [{}]);
    const { runId, groups } = await room.proposeAll('fr-1');
    const [approvalGroupId = ''] = groups;
    expect(unwrap(await wakeApprovalGroup(room, { approvalGroupId }))).toBe('nobody');
    await room.awaitApproval(approvalGroupId, 'token');
    expect(unwrap(await wakeApprovalGroup(room, { approvalGroupId }))).toBe('nobody');
    unwrap(await room.approve((await room.proposalsOf(runId))[0]?.id ?? ''));
    expect(unwrap(await wakeApprovalGroup(room, { approvalGroupId }))).toBe('woken');
    expect(unwrap(await wakeApprovalGroup(room, { approvalGroupId }))).toBe('woken');
    expect(room.woken).toEqual(['token', 'token']);
  });

  test('[E3] an event about a release that is no longer in force starts nothing', async () => {
    const room = await stockedRoom();
    await room.release('fr-1', [{}]);
    await room.release('fr-2', [{}]);
    const started: string[] = [];
    const workflow = { start: async (name: string) => void started.push(name) };
    const start = (releaseId: string) =>
      startReplenishment({ records: room.records, workflow }, { releaseId });
    expect(unwrap(await start('fr-1'))).toBe('outdated');
    expect(unwrap(await start('fr-2'))).toBe('started');
    expect(started).toHaveLength(1);
  });

  test('[O1] replenishment runs under the correlation of its file, whoever approved the release', async () => {
    const room = await stockedRoom();
    await room.release('fr-1', [{}]);
    const inputs: unknown[] = [];
    const workflow = { start: async (_name: string, input: object) => void inputs.push(input) };
    unwrap(await startReplenishment({ records: room.records, workflow }, { releaseId: 'fr-1' }));
    expect(inputs).toEqual([{ releaseId: 'fr-1', correlationId: 'cor-replenishment-room' }]);
  });
});
