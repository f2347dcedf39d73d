import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { replenishmentRoom } from '#test/builders/replenishment-room.ts';

type Room = ReturnType<typeof replenishmentRoom>;

/** What a workflow does with a step that fails: it tries again. */
async function untilDone<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
}

/** The workflow, each step repeated until it is through. */
async function workflow(room: Room, releaseId: string): Promise<void> {
  const { runId, partitions } = await untilDone(async () => unwrap(await room.prepare(releaseId)));
  if (partitions > 0) await untilDone(() => room.plan(runId));
  const { groups, groupsKey } = await untilDone(async () => unwrap(await room.conclude(runId)));
  for (const group of groups > 0 ? room.groups(groupsKey) : []) {
    await untilDone(async () => unwrap(await room.propose(runId, group)));
    await untilDone(async () => unwrap(await room.order(group)));
  }
}

async function piecesOnOrder(room: Room): Promise<Record<string, number>> {
  const pieces: Record<string, number> = {};
  for (const { body } of await room.allOrders()) {
    for (const { itemId, baseQuantity } of body.lines) {
      pieces[itemId] = (pieces[itemId] ?? 0) + Number(baseQuantity.value);
    }
  }
  return pieces;
}

const series = [{ itemId: 'I1' }, { itemId: 'I2' }];

async function prepared(room: Room): Promise<void> {
  await room.stock('I1', 'I2');
  room.autoApprove();
  await room.release('fr-1', series);
}

test('[O7] a crash before or after any call of a port leaves the same orders and events once it is repeated', async () => {
  const story = async (crashAt: number) => {
    let calls = 0;
    let counting = false;
    const around = async (): Promise<void> => {
      if (!counting) return;
      calls += 1;
      if (calls === crashAt) throw new Error(`crash ${crashAt}`);
    };
    const room = replenishmentRoom({ around });
    await prepared(room);
    counting = true;
    await workflow(room, 'fr-1');
    counting = false;
    const events = room.records.published().map(({ id, type }) => `${id} ${type}`);
    return { calls, orders: await room.allOrders(), events: events.sort() };
  };
  const calm = await story(0);
  expect(calm.orders).toHaveLength(1);
  expect(calm.calls).toBeGreaterThan(80);
  for (let crashAt = 1; crashAt <= calm.calls; crashAt += 1) {
    const { orders, events } = await story(crashAt);
    expect(orders, `crash at call ${crashAt}`).toEqual(calm.orders);
    expect(events, `crash at call ${crashAt}`).toEqual(calm.events);
  }
}, 60_000);

test('[O7] two releases whose workflows interleave at every call never order twice and leave nothing out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, crashing) => {
      let interleaving = false;
      let calls = 0;
      const around = async (): Promise<void> => {
        if (!interleaving) return;
        await scheduler.schedule(Promise.resolve());
        calls += 1;
        if (crashing && calls % 149 === 0) throw new Error('crash');
      };
      const room = replenishmentRoom({ around });
      await prepared(room);
      interleaving = true;
      const newer = async (): Promise<void> => {
        interleaving = false;
        await room.release('fr-2', series);
        interleaving = true;
        await workflow(room, 'fr-2');
      };
      await scheduler.waitFor(
        Promise.all([workflow(room, 'fr-1'), scheduler.schedule(Promise.resolve()).then(newer)]),
      );
      interleaving = false;
      expect(await piecesOnOrder(room)).toEqual({ I1: 240, I2: 240 });
    }),
    { numRuns: 150 },
  );
}, 60_000);
