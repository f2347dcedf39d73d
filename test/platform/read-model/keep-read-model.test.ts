import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingRules } from '#business/measures/counting-rules.ts';
import { keepReadModel } from '#platform/read-model/keep-read-model.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';
import { aReadModelRoom } from '#test/builders/a-read-model-room.ts';
import { happenings } from '#test/builders/read-model-happenings.ts';
import { memoryEventsOfRecord } from '#test/doubles/memory-events-of-record.ts';

const [open, claim, resolve] = happenings.exception;
const [request, refuse, confirm] = happenings.order;
const day = '2026-11-16';
const opened = { counted: 'exceptions-opened', dimension: 'all', value: 'all' } as const;

type Room = ReturnType<typeof aReadModelRoom>;

/** Everything but what was kept of records: names by their keys, as a title is that of the moment it was found. */
const contents = (room: Room) =>
  room.table
    .items()
    .filter(({ pk }) => !pk.startsWith('SEEN#'))
    .map(({ found: _moment, ...item }) => JSON.stringify(item))
    .sort();

describe('keeping the read model', () => {
  it('[E3] an event counts once, however often it comes', async () => {
    const room = aReadModelRoom();
    const [event] = await open(room, 'ex-1');
    if (!event) throw new Error('nothing was published');
    const kept = [await room.deliver(event), await room.deliver(event), await room.deliver(event)];
    expect(kept.map(({ counted }) => counted)).toEqual([1, 0, 0]);
    expect(await room.figures.days(opened, day, day)).toMatchObject([{ numerator: 1 }]);
  });

  it('[E3] a gap is noticed, and what was missing is counted from the journal before', async () => {
    const room = aReadModelRoom();
    await open(room, 'ex-1');
    await claim(room, 'ex-1');
    const [third] = await resolve(room, 'ex-1');
    if (!third) throw new Error('nothing was published');
    const kept = await room.deliver(third);
    expect(kept.gaps.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(kept).toMatchObject({ counted: 3, lost: 0 });
    await room.deliverAll();
    expect(await room.figures.days(opened, day, day)).toMatchObject([{ numerator: 1 }]);
  });

  it('[E3] what is not even in the journal any more is told as lost, and stops nothing', async () => {
    const room = aReadModelRoom();
    for (const act of [open, claim, resolve, open]) await act(room, 'ex-1');
    const fourth = room.records.published().at(-1);
    if (!fourth) throw new Error('nothing was published');
    const forgetting = { published: () => room.records.published().slice(2) };
    const ports = {
      records: room.records,
      events: memoryEventsOfRecord(forgetting),
      readModel: readModelIn(room.table),
      rules: countingRules({}),
    };
    const kept = await keepReadModel(ports, fourth);
    expect(kept).toMatchObject({ ok: true, value: { counted: 2, lost: 2, gaps: [{ sequence: 3 }] } });
  });

  it('[E3] of two that count the same event at the same moment, one does', async () => {
    const room = aReadModelRoom();
    const [event] = await open(room, 'ex-1');
    if (!event) throw new Error('nothing was published');
    const kept = await Promise.all([room.deliver(event), room.deliver(event), room.deliver(event)]);
    expect(kept.map(({ counted }) => counted).sort()).toEqual([0, 0, 1]);
    expect(await room.figures.waiting('exceptions', day)).toMatchObject([{ by: 'buyer', count: 1 }]);
  });

  it('[E3] what is no event of ours is refused', async () => {
    const room = aReadModelRoom();
    const [event] = await open(room, 'ex-1');
    if (!event) throw new Error('nothing was published');
    await expect(room.deliver({ ...event, type: 'crossdock.never-heard-of.v1' })).rejects.toThrow(
      'event-invalid',
    );
    await expect(room.deliver({ ...event, id: 'teapot/ex-1/1' })).rejects.toThrow('event-invalid');
  });

  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('exception' as const, 'order' as const),
      act: fc.nat({ max: 2 }),
      whose: fc.nat({ max: 2 }),
      /** Which of the events so far are delivered now, of so many. */
      delivered: fc.array(fc.nat(), { maxLength: 4 }),
      hours: fc.nat({ max: 30 }),
    }),
    { minLength: 1, maxLength: 25 },
  );

  async function live(room: Room, history: typeof acts extends fc.Arbitrary<infer A> ? A : never) {
    for (const { what, act, whose, delivered, hours } of history) {
      const happens = happenings[what][act];
      await happens?.(room, `${what}-${whose}`);
      room.clock.advance(hours * 3_600_000);
      const events = room.records.published();
      for (const pick of delivered) {
        const event = events[pick % events.length];
        if (event) await room.deliver(event);
      }
    }
  }

  it('[E3] duplicates, late and reordered events make no difference to any figure', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.infiniteStream(fc.nat()), async (history, picks) => {
        const chaos = aReadModelRoom();
        await live(chaos, history);
        const rest = [...chaos.records.published()];
        while (rest.length > 0) {
          const [event] = rest.splice(picks.next().value % rest.length, 1);
          if (event) await chaos.deliver(event);
        }
        const calm = aReadModelRoom();
        await live(
          calm,
          history.map((one) => ({ ...one, delivered: [] })),
        );
        await calm.deliverAll();
        expect(contents(chaos)).toEqual(contents(calm));
      }),
      { numRuns: 60 },
    );
  });

  it('[O2] once everything is settled nothing waits, though only the last event of each record came', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        const room = aReadModelRoom();
        await live(room, history);
        const last = new Map(room.records.published().map((event) => [event.subject, event]));
        for (const [id] of last) {
          const [event] = await (id.startsWith('exception') ? resolve : confirm)(room, id);
          if (event) await room.deliver(event);
        }
        expect(room.table.items().filter(({ pk }) => pk.startsWith('WAITING#'))).toEqual([]);
        const counted = room.table.items().filter(({ pk }) => pk.startsWith('EVENTS#')).length;
        expect(counted).toBe(room.records.published().length);
      }),
      { numRuns: 60 },
    );
  });

  it('[E4] the read model made anew from the events is the same', async () => {
    const room = aReadModelRoom();
    for (const act of [open, claim, resolve, open]) await act(room, 'ex-1');
    for (const act of [request, refuse, request, confirm]) await act(room, 'po-1');
    await room.deliverAll();
    const anew = aReadModelRoom();
    const ports = {
      records: room.records,
      events: memoryEventsOfRecord(room.records),
      readModel: readModelIn(anew.table),
      rules: countingRules({}),
    };
    for (const event of [...room.records.published()].reverse()) await keepReadModel(ports, event);
    expect(contents(anew)).toEqual(contents(room));
  });
});
