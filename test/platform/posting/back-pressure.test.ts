import { describe, expect, it } from 'vitest';
import { down } from '#test/doubles/simulated-system.ts';
import { postingRoom } from './posting-room.ts';

describe('back-pressure of a system', () => {
  it('[X3] a peak is let through at the rate of the system, and all of it arrives', async () => {
    const room = postingRoom({ callsPerSecond: 4 });
    for (let n = 1; n <= 30; n += 1) await room.order({ id: `po-${n}` });
    const started = Date.parse(room.clock.now());
    await room.work();
    await room.pass(20);
    expect(room.count('confirmed')).toBe(30);
    const times = room.system.orders().map(({ createdAt }) => Date.parse(createdAt) - started);
    for (const [n, at] of times.entries()) expect(at).toBeGreaterThanOrEqual((n * 2 - 4) * 250 - 1);
  });

  it('[X3] while the breaker is open postings are parked without a call, and go out oldest first', async () => {
    const room = postingRoom();
    room.system.behave(() => down);
    for (let n = 1; n <= 9; n += 1) {
      await room.order({ id: `po-${n}` });
      room.clock.advance(1);
    }
    await room.work();
    expect(room.system.calls()).toHaveLength(5);
    expect(await room.posting('po-9')).toMatchObject({
      attempts: 0,
      state: { name: 'parked', because: { code: 'system-unavailable' } },
    });
    await room.pass(5);
    expect(room.system.calls().length).toBeLessThanOrEqual(5 + 5);
    room.system.behave(() => ({ kind: 'answer' }));
    await room.pass(15);
    expect(room.count('confirmed')).toBe(9);
    const parked = room.system.orders().map(({ document }) => document.id);
    expect(parked.filter((id) => ['po-6', 'po-7', 'po-8', 'po-9'].includes(id))).toEqual([
      'po-6',
      'po-7',
      'po-8',
      'po-9',
    ]);
  });
});
