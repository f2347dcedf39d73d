import { describe, expect, test } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { replenishmentRoom } from '#test/builders/replenishment-room.ts';

/** One group of so many waiting proposals. */
async function waitingRoom(count: number) {
  const room = replenishmentRoom();
  const items = Array.from({ length: count }, (_, index) => `I${index}`);
  await room.stock(...items);
  await room.release(
    'fr-1',
    items.map((itemId) => ({ itemId })),
  );
  const { runId, groups } = await room.proposeAll('fr-1');
  const proposals = (await room.proposalsOf(runId)).map(({ id }) => id);
  const group = async () => (await room.records.get('approval-group', groups[0] ?? ''))?.body;
  return { room, proposals, group, groupId: groups[0] ?? '' };
}

const eventsOf = (room: ReturnType<typeof replenishmentRoom>, name: string) =>
  room.records.published().filter(({ type }) => type === `crossdock.${name}.v1`);

describe('deciding proposals', () => {
  test('[R5] approving commits proposal, group count, events and the audit record together', async () => {
    const { room, proposals, group } = await waitingRoom(2);
    const [id = ''] = proposals;
    const approved = unwrap(await room.approve(id));
    expect(approved).toMatchObject({
      version: 2,
      body: { state: 'approved', decision: { by: 'buyer-desk' } },
    });
    expect(await group()).toMatchObject({ state: 'waiting', pending: 1 });
    expect(eventsOf(room, 'proposal-approved').map(({ data }) => data)).toEqual([
      { proposalId: id, approvalGroupId: approved.body.approvalGroupId, by: 'buyer-desk' },
    ]);
    expect(room.records.audit()).toMatchObject([
      {
        action: 'approve-proposal',
        target: { type: 'proposal', id },
        actor: { kind: 'person', id: 'buyer-desk' },
      },
    ]);
    expect(eventsOf(room, 'approval-group-decided')).toHaveLength(0);
  });

  test('[R5] the last decision decides the group, which counts both kinds', async () => {
    const { room, proposals, group } = await waitingRoom(3);
    const [a = '', b = '', c = ''] = proposals;
    unwrap(await room.approve(a));
    unwrap(await room.reject(b));
    unwrap(await room.approve(c));
    expect(await group()).toMatchObject({ state: 'decided', pending: 0 });
    expect(eventsOf(room, 'approval-group-decided').map(({ data }) => data)).toMatchObject([
      { approved: 2, rejected: 1 },
    ]);
    expect(room.records.audit().map(({ reason }) => reason)).toEqual([
      undefined,
      'Campaign cancelled.',
      undefined,
    ]);
  });

  test('[R6] only what is approved is ordered, and only when all is decided', async () => {
    const { room, proposals, groupId } = await waitingRoom(2);
    const [a = '', b = ''] = proposals;
    unwrap(await room.approve(a));
    expect(await room.order(groupId)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    unwrap(await room.reject(b));
    unwrap(await room.order(groupId));
    const lines = (await room.allOrders()).flatMap(({ body }) => body.lines);
    expect(lines.map(({ proposalId }) => proposalId)).toEqual([a]);
  });

  test('[R6] a group of rejections comes to nothing', async () => {
    const { room, proposals, groupId, group } = await waitingRoom(1);
    unwrap(await room.reject(proposals[0] ?? ''));
    expect(unwrap(await room.order(groupId))).toEqual({ purchaseOrderId: null });
    expect(await group()).toMatchObject({ state: 'nothing_to_order' });
    expect(await room.allOrders()).toEqual([]);
  });

  test('[A5] another version than the one decided on is stale, whatever its state', async () => {
    const { room, proposals } = await waitingRoom(1);
    const [id = ''] = proposals;
    expect(await room.approve(id, 7)).toMatchObject({ ok: false, problem: { code: 'version-stale' } });
    unwrap(await room.approve(id));
    expect(await room.approve(id)).toMatchObject({ ok: false, problem: { code: 'version-stale' } });
  });

  test('[R5] what is decided stays decided', async () => {
    const { room, proposals } = await waitingRoom(2);
    const [id = ''] = proposals;
    unwrap(await room.approve(id));
    expect(await room.approve(id, 2)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    expect(await room.reject(id, 2)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    expect(room.records.audit()).toHaveLength(1);
    expect(await room.approve('pr-none')).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  test('[R5] of an approval and a rejection at the same time one counts', async () => {
    const { room, proposals, group } = await waitingRoom(1);
    const [id = ''] = proposals;
    const outcomes = await Promise.all([room.approve(id), room.reject(id)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await group()).toMatchObject({ state: 'decided', pending: 0 });
    expect(eventsOf(room, 'approval-group-decided')).toHaveLength(1);
  });

  test('[E2] decisions about one group at the same time are all counted, and decide it once', async () => {
    const { room, proposals, group } = await waitingRoom(6);
    const outcomes = await Promise.all(
      proposals.map((id, index) => (index % 2 === 0 ? room.approve(id) : room.reject(id))),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await group()).toMatchObject({ state: 'decided', pending: 0 });
    expect(eventsOf(room, 'approval-group-decided').map(({ data }) => data)).toMatchObject([
      { approved: 3, rejected: 3 },
    ]);
    const sequences = eventsOf(room, 'approval-group-decided').map(({ sequence }) => sequence);
    // The first event of a group is that it was asked for.
    expect(sequences).toEqual(['2']);
  });

  test('[R6] two requests for the order of one group at the same time make one order', async () => {
    const { room, proposals, groupId } = await waitingRoom(1);
    unwrap(await room.approve(proposals[0] ?? ''));
    const [one, other] = await Promise.all([room.order(groupId), room.order(groupId)]);
    expect(unwrap(one)).toEqual(unwrap(other));
    expect(await room.allOrders()).toHaveLength(1);
    expect(eventsOf(room, 'purchase-order-requested')).toHaveLength(1);
  });
});
