import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { inMaintenance } from '#platform/posting/rules/maintenance.ts';
import { pauseSystem, resumeSystem } from '#platform/posting/switch-system.ts';
import { down, loseAnswer } from '#test/doubles/simulated-system.ts';
import { postingRoom } from './posting-room.ts';

const actor = { kind: 'person', id: 'jo@example.com' } as const;
const request = (expectedVersion: number) =>
  ({ systemId: 'tryton', expectedVersion, actor, reason: 'It is moved.' }) as const;
const minutesLater = (from: string, minutes: number): string =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();

type Room = ReturnType<typeof postingRoom>;
const ordersIn = (room: Room) => room.system.orders().map(({ document }) => document.id);

describe('a system that is paused', () => {
  it('[X3] in the middle of a storm gets no call until it is resumed, then each posting once, in order', async () => {
    const room = postingRoom();
    let call = 0;
    room.system.behave(() => {
      call += 1;
      return call % 3 === 0 ? loseAnswer : { kind: 'answer' };
    });
    for (let n = 1; n <= 4; n += 1) await room.order({ id: `po-${n}` });
    await room.work();
    unwrap(await pauseSystem(room, request(1)));
    const before = room.system.calls().length;
    const load = await room.store.loads.get('tryton');
    for (let n = 5; n <= 9; n += 1) {
      room.clock.advance(1);
      await room.order({ id: `po-${n}` });
      await room.change({ id: `oc-${n}`, purchaseOrderId: `po-${n}` });
    }
    await room.work();
    await room.pass(90);
    expect(room.system.calls()).toHaveLength(before);
    expect(await room.posting('po-9')).toMatchObject({
      attempts: 0,
      state: {
        name: 'parked',
        because: {
          code: 'system-in-maintenance',
          detail: 'tryton is paused until somebody ends it by jo@example.com: It is moved.',
        },
      },
    });
    expect(await room.store.loads.get('tryton')).toEqual(load);

    unwrap(await resumeSystem(room, request(2)));
    await room.pass(30);
    const posted = ordersIn(room).filter((id) => Number(id.slice(3)) >= 5);
    expect([...new Set(posted)]).toEqual(['po-5', 'po-6', 'po-7', 'po-8', 'po-9']);
    const confirmed = room.system.orders().filter(({ state }) => state === 'confirmed');
    expect(confirmed.map(({ document }) => document.id).sort()).toEqual(
      Array.from({ length: 9 }, (_, n) => `po-${n + 1}`),
    );
    expect((await room.posting('oc-7', 'amend-purchase-order')).state.name).toBe('settled');
  });

  it('[X3] until an instant goes on by itself then, and not later than that', async () => {
    const room = postingRoom();
    const until = minutesLater(room.clock.now(), 12);
    unwrap(await pauseSystem(room, { ...request(1), until }));
    await room.order();
    await room.work();
    await room.pass(11);
    expect(room.system.calls()).toEqual([]);
    expect((await room.posting()).state).toMatchObject({ name: 'parked', dueAt: until });
    await room.pass(1);
    expect(room.count('confirmed')).toBe(1);
  });

  it('[X3] is not probed, though its breaker is open', async () => {
    const room = postingRoom();
    room.system.behave(() => down);
    for (let n = 1; n <= 6; n += 1) await room.order({ id: `po-${n}` });
    await room.work();
    expect((await room.store.loads.get('tryton')).open).toBeDefined();
    unwrap(await pauseSystem(room, request(1)));
    const before = room.system.calls().length;
    await room.pass(20);
    expect(room.system.calls()).toHaveLength(before);
  });
});

describe('switching a system', () => {
  it('[X3] is decided on what was seen, not twice, and never for a time that is past', async () => {
    const room = postingRoom();
    const codeOf = async (switched: ReturnType<typeof pauseSystem>) => {
      const result = await switched;
      return result.ok ? 'ok' : result.problem.code;
    };
    expect(await codeOf(pauseSystem(room, { ...request(1), systemId: 'odoo' }))).toBe('not-found');
    expect(await codeOf(pauseSystem(room, request(7)))).toBe('version-stale');
    expect(await codeOf(resumeSystem(room, request(1)))).toBe('state-not-allowed');
    const past = minutesLater(room.clock.now(), -1);
    expect(await codeOf(pauseSystem(room, { ...request(1), until: past }))).toBe('validation-failed');
    expect(await codeOf(pauseSystem(room, request(1)))).toBe('ok');
    expect(await codeOf(pauseSystem(room, request(2)))).toBe('state-not-allowed');
    expect(await codeOf(resumeSystem(room, request(2)))).toBe('ok');
    expect((await room.settings.get('system', 'tryton'))?.value.maintenance).toBeUndefined();
  });

  it('[X3] who waits looks again within a minute, and at the end itself where that is sooner', () => {
    const now = '2026-11-23T08:00:00.000Z';
    const paused = { since: now, by: 'jo', reason: 'moved' };
    const secondsUntil = (until?: string) =>
      inMaintenance({ id: 'tryton', maintenance: { ...paused, ...(until && { until }) } }, now)
        ?.retryAfterSeconds;
    expect(secondsUntil()).toBe(60);
    expect(secondsUntil('2026-11-23T10:00:00.000Z')).toBe(60);
    expect(secondsUntil('2026-11-23T08:00:20.500Z')).toBe(21);
    expect(secondsUntil(now)).toBeUndefined();
  });
});
