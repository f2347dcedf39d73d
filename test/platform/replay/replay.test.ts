import { describe, expect, it } from 'vitest';
import { problem } from '#core/kernel/problem.ts';
import { fail, unwrap } from '#core/kernel/result.ts';
import { envelopeSchema } from '#events/envelope.ts';
import { cancelReplay } from '#platform/replay/cancel-replay.ts';
import { previewReplay } from '#platform/replay/preview-replay.ts';
import { anEnvelope, type ReplayRoom, replayRoom } from '#test/builders/replay-room.ts';

const kinds = ['order-acknowledgement', 'ship-notice', 'supplier-invoice'] as const;
/** Three documents an hour over three days, each received once and settled once. */
const documents = Array.from({ length: 72 }, (_, hour) => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, hour, minutes)).toISOString();
  const id = `pd-${hour}`;
  const data = { partnerDocumentId: id, kind: kinds[hour % 3] };
  return [
    anEnvelope({ name: 'partner-document-received', id, sequence: 1, at: at(0), data }),
    anEnvelope({ name: 'partner-document-settled', id, sequence: 2, at: at(30), data }),
  ];
}).flat();

const stateOf = async ({ stored }: ReplayRoom) => (await stored.get('replay', 'rpl-1'))?.body;
const idsOf = ({ sent }: ReplayRoom) => sent.map(({ event }) => event.detail.id);
const ops = { actor: { kind: 'person', id: 'ops-1' }, correlationId: 'cor-12345678' } as const;

describe('replay', () => {
  it('[E4] sends what a consumer hears of a time to its queue alone, in order, as the bus delivers it', async () => {
    const room = await replayRoom(documents);
    const wish = { consumer: 'apply-ship-notice', perSecond: 10 };
    unwrap(
      await room.start({
        ...wish,
        selection: { from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T20:00:00.000Z' },
      }),
    );
    expect(await room.run()).toEqual({ ok: true, value: 'over' });
    expect(idsOf(room)).toEqual([
      'partner-document/pd-10/1',
      'partner-document/pd-13/1',
      'partner-document/pd-16/1',
      'partner-document/pd-19/1',
    ]);
    expect(new Set(room.sent.map(({ queue }) => queue))).toEqual(new Set(['ship-notices']));
    expect(room.sent[0]?.event).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      'detail-type': 'crossdock.partner-document-received.v1',
      source: 'crossdock',
      account: '123456789012',
      time: '2026-11-20T10:00:00Z',
      region: 'eu-central-1',
      resources: [],
      detail: { ...documents[20], replayid: 'rpl-1', replayedby: 'ops-1' },
    });
    expect(envelopeSchema.safeParse(room.sent[0]?.event.detail).success).toBe(true);
    expect(await stateOf(room)).toMatchObject({
      ...{ state: 'done', counts: { read: 11, sent: 4, skipped: 7 } },
      finishedAt: expect.any(String),
    });
    expect((await stateOf(room))?.leaseUntil).toBeUndefined();
  });

  it('[E4] sends the events of one record, those chosen by name and time only', async () => {
    const room = await replayRoom(documents);
    const entity = { type: 'partner-document', id: 'pd-5' };
    unwrap(await room.start({ selection: { entity } }));
    await room.run();
    expect(idsOf(room)).toEqual(['partner-document/pd-5/1', 'partner-document/pd-5/2']);
    unwrap(
      await room.start({ replayId: 'rpl-2', selection: { entity, events: ['partner-document-settled'] } }),
    );
    await room.run({}, 'rpl-2');
    expect(idsOf(room).slice(2)).toEqual(['partner-document/pd-5/2']);
    unwrap(await room.start({ replayId: 'rpl-3', selection: { entity, to: '2026-11-20T05:10:00.000Z' } }));
    await room.run({}, 'rpl-3');
    expect(idsOf(room).slice(3)).toEqual(['partner-document/pd-5/1']);
  });

  it('[E4] keeps to the rate', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start({ perSecond: 4 }));
    const began = Date.parse(room.clock.now());
    await room.run();
    expect(room.sent).toHaveLength(144);
    const seconds = (Date.parse(room.clock.now()) - began) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(143 / 4);
    expect(seconds).toBeLessThan(145 / 4);
  });

  it('[E4] a dry run says what would be sent and sends nothing', async () => {
    const room = await replayRoom(documents);
    const selection = { from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
    const preview = unwrap(await previewReplay(room.ports, { consumer: 'apply-ship-notice', selection }));
    expect(preview).toMatchObject({
      ...{ count: 24, more: false, records: 24 },
      byEvent: [{ event: 'partner-document-received', count: 24 }],
    });
    expect(preview.first[0]).toEqual({
      ...{ event: 'partner-document-received', recordType: 'partner-document', recordId: 'pd-1' },
      ...{ sequence: 1, at: '2026-11-20T01:00:00.000Z' },
    });
    const all = unwrap(await previewReplay(room.ports, { consumer: 'keep-read-model', selection }));
    expect([all.count, all.records, all.first.length]).toEqual([144, 72, 50]);
    expect(preview.rehearsed).toEqual(
      preview.first.slice(0, 3).map((event) => ({
        ...event,
        outcome: 'would-succeed',
        effects: [{ what: 'apply-ship-notice hears', about: `partner-document/${event.recordId}/1` }],
      })),
    );
    expect(room.sent).toEqual([]);
    expect(room.stored.published()).toEqual([]);
  });

  it('[E4] a dry run that takes too long says that there may be more', async () => {
    const room = await replayRoom(documents);
    const events = { ...room.ports.events };
    const slow: typeof events = {
      between: (...asked) => {
        room.clock.advance(100);
        return room.ports.events.between(...asked);
      },
    };
    const selection = { from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
    const preview = unwrap(
      await previewReplay({ ...room.ports, events: slow }, { consumer: 'keep-read-model', selection }),
    );
    expect(preview.more).toBe(true);
    expect(preview.count).toBeLessThan(144);
  });

  it('[E4] a dry run over a long time in which little happened ends in time, too', async () => {
    const room = await replayRoom(documents);
    let asked = 0;
    const slow: typeof room.ports.index = {
      eventsOf: (query) => {
        asked += 1;
        room.clock.advance(3000);
        return room.ports.index.eventsOf(query);
      },
    };
    const selection = { from: '2024-11-20T00:00:00.000Z', to: '2026-11-19T00:00:00.000Z' };
    const preview = unwrap(
      await previewReplay({ ...room.ports, index: slow }, { consumer: 'note-delivery', selection }),
    );
    expect(preview).toMatchObject({ count: 0, more: true });
    expect(asked).toBe(3);
  });

  it.each([
    ['nobody', {}, 'not-found'],
    ['apply-offer', { events: ['partner-document-sent'] }, 'validation-failed'],
    ['apply-offer', { events: ['no-such-event'] }, 'validation-failed'],
    ['apply-offer', { entity: { type: 'no-such-type', id: 'A' } }, 'validation-failed'],
    ['apply-offer', { from: '2026-11-24T00:00:00.000Z' }, 'validation-failed'],
    ['keep-read-model', { from: '2025-01-01T00:00:00.000Z' }, 'validation-failed'],
  ])('[E4] refuses to replay to %s what makes no sense: %j', async (consumer, selection, code) => {
    const room = await replayRoom(documents);
    const times = { from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
    const refused = await room.start({ consumer, selection: { ...times, ...selection } });
    expect(refused).toMatchObject({ ok: false, problem: { code } });
    expect(room.stored.audit()).toEqual([]);
  });

  it('[E4] [A5] who started it, why and from where is in the transaction that starts it', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start({ from: '192.0.2.7' }));
    expect(room.stored.audit()).toMatchObject([
      { actor: ops.actor, action: 'start-replay', reason: 'a new measure', from: '192.0.2.7' },
    ]);
    expect(room.stored.published().map(({ type }) => type)).toEqual(['crossdock.replay-started.v1']);
  });

  it('[E4] the same wish again starts nothing, another one of the consumer waits its turn', async () => {
    const room = await replayRoom(documents);
    const first = unwrap(await room.start());
    expect(unwrap(await room.start()).version).toBe(first.version);
    const second = { replayId: 'rpl-2' };
    expect(await room.start(second)).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    unwrap(await room.start({ replayId: 'rpl-3', consumer: 'note-delivery' }));
    await room.run();
    expect(await room.start(second)).toMatchObject({ ok: true });
  });

  it('[E4] what happens after it began is not part of it', async () => {
    const room = await replayRoom(documents, '2026-11-21T00:00:00.000Z');
    unwrap(await room.start());
    expect((await stateOf(room))?.selection.to).toBe('2026-11-21T00:00:00.000Z');
    room.clock.advance(48 * 3_600_000);
    await room.run();
    expect(room.sent).toHaveLength(49);
  });

  it('[E4] one worker at a time, until its lease is over', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start());
    let second: unknown;
    let broke = false;
    const broken = room.run({
      queues: {
        send: async (queue, event) => {
          second ??= await room.run();
          if (room.sent.length === 70) {
            broke = true;
            throw new Error('killed');
          }
          return room.ports.queues.send(queue, event);
        },
      },
    });
    await expect(broken).rejects.toThrow('killed');
    expect([broke, second]).toEqual([true, { ok: true, value: 'busy' }]);
    expect(await room.run()).toEqual({ ok: true, value: 'busy' });
    room.clock.advance(120_001);
    expect(await room.run()).toEqual({ ok: true, value: 'over' });
    // Fifty were noted: the twenty behind them are sent a second time, and none is left out.
    expect(room.sent).toHaveLength(144 + 20);
    expect(new Set(idsOf(room)).size).toBe(144);
    expect(await stateOf(room)).toMatchObject({ state: 'done', counts: { sent: 144 } });
  });

  it('[E4] when its time is up the next run goes on where it was', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start());
    const runs: unknown[] = [];
    for (let run = 0; run < 4; run += 1) {
      const before = room.sent.length;
      runs.push(unwrap(await room.run({ remaining: () => (room.sent.length - before >= 40 ? 0 : 300_000) })));
    }
    expect(runs).toEqual(['paused', 'paused', 'paused', 'over']);
    expect(idsOf(room)).toEqual(documents.map(({ id }) => id));
  });

  it('[E4] a cancelled one stops, and says how many it had sent', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start());
    const cancelled = room.run({
      queues: {
        send: async (queue, event) => {
          if (room.sent.length === 60) unwrap(await cancelReplay(room.ports, { replayId: 'rpl-1', ...ops }));
          return room.ports.queues.send(queue, event);
        },
      },
    });
    expect(await cancelled).toEqual({ ok: true, value: 'busy' });
    expect(room.sent.length).toBeLessThan(144);
    expect(await stateOf(room)).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'ops-1',
      counts: { sent: 50 },
    });
    expect(room.stored.published().at(-1)).toMatchObject({
      type: 'crossdock.replay-finished.v1',
      data: { state: 'cancelled' },
    });
    expect(unwrap(await cancelReplay(room.ports, { replayId: 'rpl-1', ...ops })).version).toBe(
      (await room.stored.get('replay', 'rpl-1'))?.version,
    );
    expect(room.stored.audit().map(({ action }) => action)).toEqual(['start-replay', 'cancel-replay']);
  });

  it('[E4] one that is through cannot be cancelled', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start());
    await room.run();
    const refused = await cancelReplay(room.ports, { replayId: 'rpl-1', ...ops });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
    const unknown = await cancelReplay(room.ports, { replayId: 'rpl-9', ...ops });
    expect(unknown).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('[E4] a queue that does not answer is asked again by the next run; one that is not there ends it', async () => {
    const room = await replayRoom(documents);
    unwrap(await room.start());
    const failing = (code: 'temporarily-unavailable' | 'not-found') => ({
      queues: { send: async () => fail(problem(code, 'The queue.')) },
    });
    expect(await room.run(failing('temporarily-unavailable'))).toMatchObject({ ok: false });
    expect(await stateOf(room)).toMatchObject({ state: 'running' });
    expect(await room.run(failing('not-found'))).toEqual({ ok: true, value: 'over' });
    expect(await stateOf(room)).toMatchObject({ state: 'failed', failure: 'not-found: The queue.' });
  });
});
