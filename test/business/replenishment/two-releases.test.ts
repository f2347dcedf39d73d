import { describe, expect, test } from 'vitest';
import { runIdOf } from '#business/replenishment/model.ts';
import { prepareReplenishment } from '#business/replenishment/prepare-replenishment.ts';
import { proposeGroup } from '#business/replenishment/propose-group.ts';
import type { Commit } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { replenishmentRoom, someTerms } from '#test/builders/replenishment-room.ts';

async function twoItems(policy: boolean) {
  const room = replenishmentRoom();
  await room.stock('I1', 'I2');
  if (policy) room.autoApprove();
  await room.release('fr-1', [{ itemId: 'I1' }, { itemId: 'I2' }]);
  return room;
}

type Room = Awaited<ReturnType<typeof twoItems>>;

/** Pieces of an item that all live orders and all live proposals without an order bring together. */
async function committed(room: Room, itemId: string, runs: readonly string[]): Promise<number> {
  const lines = (await room.allOrders()).flatMap(({ body }) => body.lines);
  const ordered = new Set(lines.map(({ proposalId }) => proposalId));
  const proposals = (await Promise.all(runs.map((run) => room.proposalsOf(run)))).flat();
  const live = proposals.filter(
    ({ id, body }) => ['waiting', 'approved'].includes(body.state) && !ordered.has(id),
  );
  return [
    ...lines.filter((line) => line.itemId === itemId).map(({ baseQuantity }) => baseQuantity.value),
    ...live.filter(({ body }) => body.itemId === itemId).map(({ body }) => body.baseQuantity.value),
  ].reduce((sum, value) => sum + Number(value), 0);
}

const again = [{ itemId: 'I1' }, { itemId: 'I2' }];

describe('two releases in a row never order twice', () => {
  test('[R1] what is requested counts as supply before any system of record has it', async () => {
    const room = await twoItems(true);
    await room.replenish('fr-1');
    await room.release('fr-2', again);
    const { runId } = await room.replenish('fr-2');
    expect(await room.allOrders()).toHaveLength(1);
    expect((await room.records.get('replenishment-run', runId))?.body.counts).toMatchObject({
      enough: 2,
      adjusted: 0,
    });
  });

  test('[R1] an order that a lagging list does not show yet counts all the same', async () => {
    const room = await twoItems(true);
    await room.replenish('fr-1');
    await room.release('fr-2', again);
    const list = room.records.list;
    const lagging: typeof list = async (type, query) =>
      query.list === 'open-orders-by-location' ? { entries: [] } : list(type, query);
    const ports = { ...room, records: { ...room.records, list: lagging } };
    const asked = { releaseId: 'fr-2', correlationId: 'cor-12345678' };
    const { runId } = unwrap(await prepareReplenishment(ports, asked));
    await room.plan(runId);
    expect(unwrap(await room.conclude(runId)).groups).toBe(0);
  });

  test('[R1] an order that comes too late for the shortage is not ordered again', async () => {
    const room = await twoItems(true);
    const slow = someTerms('I1', { leadTimeDays: 10 });
    await room.put({ type: 'supplier-terms', id: slow.id, expect: 1, body: slow });
    // It can be used from Thu Dec 10, and is missing from Mon Nov 30: three weeks of 100 are 336 in cases of 48.
    const first = await room.replenish('fr-1');
    await room.release('fr-2', again);
    const second = await room.replenish('fr-2');
    expect(await committed(room, 'I1', [first.runId, second.runId])).toBe(336);
  });

  test('[R1] days later only what has become due since is ordered', async () => {
    const room = await twoItems(true);
    const first = await room.replenish('fr-1');
    room.clock.advance(3 * 86_400_000);
    await room.release('fr-2', again);
    const second = await room.replenish('fr-2');
    // The week of Dec 14 is due now: 300 are needed, 240 are on order, 60 become two cases of 48.
    expect(await committed(room, 'I1', [first.runId, second.runId])).toBe(336);
  });

  test('[R1][R5] proposals that wait give way to the newer plan, with an event and the reason', async () => {
    const room = await twoItems(false);
    const first = await room.proposeAll('fr-1');
    await room.release('fr-2', again);
    const second = await room.proposeAll('fr-2');
    for (const { body } of await room.proposalsOf(first.runId)) {
      expect(body).toMatchObject({ state: 'superseded', decision: { by: 'replenishment' } });
    }
    expect(await committed(room, 'I1', [first.runId, second.runId])).toBe(240);
    const superseded = room.records
      .published()
      .filter(({ type }) => type === 'crossdock.proposal-superseded.v1');
    expect(superseded.map(({ data }) => data.byRunId)).toEqual([second.runId, second.runId]);
    const group = await room.records.get('approval-group', first.groups[0] ?? '');
    expect(group?.body).toMatchObject({ state: 'nothing_to_order', pending: 0 });
    expect(unwrap(await room.order(first.groups[0] ?? ''))).toEqual({ purchaseOrderId: null });
  });

  test('[R5] what a person approved in time is ordered by the newer run, once, though the workflow comes later', async () => {
    const room = await twoItems(false);
    const first = await room.proposeAll('fr-1');
    const [approved, open] = await room.proposalsOf(first.runId);
    unwrap(await room.approve(approved?.id ?? ''));
    await room.release('fr-2', again);
    const second = await room.proposeAll('fr-2');
    const late = unwrap(await room.order(first.groups[0] ?? ''));
    const orders = await room.allOrders();
    expect(orders.map(({ id }) => id)).toEqual([late.purchaseOrderId]);
    expect(orders[0]?.body.lines.map(({ proposalId }) => proposalId)).toEqual([approved?.id]);
    expect((await room.records.get('proposal', open?.id ?? ''))?.body.state).toBe('superseded');
    for (const itemId of ['I1', 'I2']) {
      expect(await committed(room, itemId, [first.runId, second.runId])).toBe(240);
    }
  });

  test('[E2] a group that was concluded and not proposed yet is never proposed once a newer run planned', async () => {
    const room = await twoItems(true);
    const { runId } = unwrap(await room.prepare('fr-1'));
    await room.plan(runId);
    const { groupsKey } = unwrap(await room.conclude(runId));
    await room.release('fr-2', again);
    const second = await room.replenish('fr-2');
    for (const group of room.groups(groupsKey)) {
      expect(unwrap(await room.propose(runId, group)).approval).toBe('policy');
      expect(unwrap(await room.order(group))).toEqual({ purchaseOrderId: null });
    }
    expect(await room.proposalsOf(runId)).toEqual([]);
    for (const itemId of ['I1', 'I2']) expect(await committed(room, itemId, [runId, second.runId])).toBe(240);
  });

  test('[O7] a crash between proposals and their group leaves nothing a newer run could order twice', async () => {
    const room = await twoItems(true);
    const { runId } = unwrap(await room.prepare('fr-1'));
    await room.plan(runId);
    const { groupsKey } = unwrap(await room.conclude(runId));
    const [approvalGroupId = ''] = room.groups(groupsKey);
    const crashing = {
      ...room.records,
      commit: async (commit: Commit) => {
        if (commit.changes.some(({ type }) => type === 'approval-group')) throw new Error('crash');
        return room.records.commit(commit);
      },
    };
    const asked = { runId, approvalGroupId, correlationId: 'cor-12345678' };
    await expect(proposeGroup({ ...room, records: crashing }, asked)).rejects.toThrow('crash');
    expect((await room.proposalsOf(runId)).map(({ body }) => body.state)).toEqual(['approved', 'approved']);
    await room.release('fr-2', again);
    const second = await room.replenish('fr-2');
    expect(unwrap(await room.propose(runId, approvalGroupId)).approval).toBe('policy');
    expect(unwrap(await room.order(approvalGroupId))).toEqual({ purchaseOrderId: null });
    expect((await room.proposalsOf(runId)).map(({ body }) => body.state)).toEqual([
      'superseded',
      'superseded',
    ]);
    for (const itemId of ['I1', 'I2']) expect(await committed(room, itemId, [runId, second.runId])).toBe(240);
  });

  test('[E2] a run that still plans when a newer one begins proposes nothing', async () => {
    const room = await twoItems(true);
    const { runId } = unwrap(await room.prepare('fr-1'));
    await room.release('fr-2', again);
    unwrap(await room.prepare('fr-2'));
    await room.plan(runId);
    expect(unwrap(await room.conclude(runId)).groups).toBe(0);
    expect((await room.records.get('replenishment-run', runId))?.body.state).toBe('superseded');
    await room.replenish('fr-2');
    expect(await room.allOrders()).toHaveLength(1);
  });

  test('[E3] a release whose workflow starts after a newer one was planned plans nothing', async () => {
    const room = await twoItems(true);
    await room.release('fr-2', again);
    await room.replenish('fr-2');
    const late = unwrap(await room.prepare('fr-1'));
    expect(late).toMatchObject({ runId: runIdOf('fr-1'), partitions: 0 });
    expect(room.objects.text('work', late.partitionsKey)).toBe('partition\n');
    expect(unwrap(await room.conclude(late.runId)).groups).toBe(0);
    expect(await room.allOrders()).toHaveLength(1);
  });

  test('[O7] a third run settles what two earlier ones left, the one between having planned nothing', async () => {
    const room = await twoItems(true);
    await room.proposeAll('fr-1');
    await room.release('fr-2', again);
    unwrap(await room.prepare('fr-2'));
    await room.release('fr-3', again);
    await room.replenish('fr-3');
    const orders = await room.allOrders();
    expect(orders.flatMap(({ body }) => body.lines)).toHaveLength(2);
  });
});
