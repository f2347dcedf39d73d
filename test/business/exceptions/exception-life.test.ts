import { beforeEach, describe, expect, it } from 'vitest';
import { claimException } from '#business/exceptions/claim-exception.ts';
import { commentException } from '#business/exceptions/comment-exception.ts';
import { escalateExceptions } from '#business/exceptions/escalate-exceptions.ts';
import { reopenException } from '#business/exceptions/reopen-exception.ts';
import { closingChange, resolveException } from '#business/exceptions/resolve-exception.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aDraft, openException } from '#test/builders/an-exception.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

let now: string;
const clock = { now: () => now };
let records: ReturnType<typeof memoryRecords>;
let ports: { records: typeof records; clock: typeof clock };
let id: string;

beforeEach(async () => {
  now = '2026-11-23T08:00:00.000Z';
  records = memoryRecords({ clock });
  ports = { records, clock };
  id = await openException(ports);
});

const asked = (expectedVersion: number, by = 'anna') => ({
  exceptionId: id,
  expectedVersion,
  actor: { kind: 'consumer', id: by } as const,
  correlationId: 'cor-of-the-request',
  from: '192.0.2.7',
});
const events = () => records.published().map(({ type }) => type.split('.')[1]);

describe('the life of an exception', () => {
  it('[O10] is claimed, commented, resolved and opened again, each step with event and audit record', async () => {
    const claimed = unwrap(await claimException(ports, asked(1)));
    expect(claimed.body).toMatchObject({ state: 'claimed', claimedBy: 'anna' });
    const commented = unwrap(await commentException(ports, { ...asked(2, 'ben'), text: 'Called them.' }));
    expect(commented.body.comments).toEqual([{ by: 'ben', at: now, text: 'Called them.' }]);
    const resolved = unwrap(
      await resolveException(ports, { ...asked(3), decided: 'accept', reason: 'Steel is dearer.' }),
    );
    expect(resolved.body).toMatchObject({
      state: 'resolved',
      resolution: { action: 'accept', by: 'anna', at: now, reason: 'Steel is dearer.' },
    });
    const reopened = unwrap(await reopenException(ports, { ...asked(4), reason: 'They changed it again.' }));
    expect(reopened.body).toMatchObject({ state: 'open', reopened: 1 });
    expect(reopened.body).not.toHaveProperty('resolution');
    expect(reopened.body).not.toHaveProperty('claimedBy');
    expect(records.audit().map(({ action, actor, reason }) => [action, actor.id, reason])).toEqual([
      ['claim-exception', 'anna', undefined],
      ['comment-exception', 'ben', undefined],
      ['resolve-exception', 'anna', 'Steel is dearer.'],
      ['reopen-exception', 'anna', 'They changed it again.'],
    ]);
    expect(events()).toEqual([
      'exception-opened',
      'exception-changed',
      'exception-changed',
      'exception-resolved',
      'exception-opened',
    ]);
  });

  it('[O1] stays under the correlation of its order; the request is the cause', async () => {
    unwrap(await claimException(ports, asked(1)));
    const told = records.published().at(-1);
    expect([told?.correlationid, told?.causationid]).toEqual(['cor-of-the-order', 'cor-of-the-request']);
  });

  it('[A5] what was decided on an older version changes nothing', async () => {
    unwrap(await claimException(ports, asked(1)));
    const stale = { ok: false, problem: { code: 'version-stale' } };
    expect(await claimException(ports, asked(1, 'ben'))).toMatchObject(stale);
    expect(
      await resolveException(ports, { ...asked(1, 'ben'), decided: 'accept', reason: 'yes' }),
    ).toMatchObject(stale);
    expect((await records.get('exception', id))?.body).toMatchObject({ claimedBy: 'anna', state: 'claimed' });
    expect(records.audit()).toHaveLength(1);
  });

  it('[O10] only what the exception offers can be decided', async () => {
    const answer = await resolveException(ports, { ...asked(1), decided: 'reprocess', reason: 'why not' });
    expect(answer).toMatchObject({
      ok: false,
      problem: { code: 'state-not-allowed', detail: expect.stringContaining('accept, counter, cancel-line') },
    });
  });

  it('[O10] what is resolved is neither claimed nor resolved again, and only that is opened again', async () => {
    const refused = { ok: false, problem: { code: 'state-not-allowed' } };
    expect(await reopenException(ports, { ...asked(1), reason: 'no' })).toMatchObject(refused);
    const counter = { quantity: '400' };
    const decision = { ...asked(1), decided: 'counter', reason: 'less', counter } as const;
    expect(unwrap(await resolveException(ports, decision)).body.resolution).toMatchObject({ counter });
    expect(await resolveException(ports, { ...decision, expectedVersion: 2 })).toMatchObject(refused);
    expect(await claimException(ports, asked(2))).toMatchObject(refused);
    expect(await claimException(ports, { ...asked(1), exceptionId: 'ex-of-nobody' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it.each([
    ['answer-overdue', 'resend', 'open'],
    ['unknown-partner', 'reprocess', 'open'],
    ['price-difference', 'accept', 'resolved'],
    ['unknown-partner', 'reject', 'resolved'],
  ] as const)(
    '[O10] the same found again after %s was decided as %s leaves it %s',
    async (kind, decided, state) => {
      const draft = aDraft({ kind, cause: ['once more'] });
      const exceptionId = await openException(ports, draft);
      unwrap(await resolveException(ports, { ...asked(1), exceptionId, decided, reason: 'decided' }));
      await openException(ports, draft);
      expect((await records.get('exception', exceptionId))?.body.state).toBe(state);
    },
  );

  it('[O10] takes fifty comments and no more', async () => {
    for (let version = 1; version <= 50; version += 1) {
      unwrap(await commentException(ports, { ...asked(version), text: `note ${version}` }));
    }
    const next = await commentException(ports, { ...asked(51), text: 'one more' });
    expect(next).toMatchObject({ ok: false, problem: { code: 'state-not-allowed' } });
  });

  it('[O10] a cause that is gone closes it, once', async () => {
    const stored = await records.get('exception', id);
    if (!stored) throw new Error('no exception');
    const change = closingChange(stored, 'The supplier corrected its answer.', now);
    if (!change) throw new Error('nothing to close');
    unwrap(await records.commit({ changes: [change], correlationId: 'cor-12345678' }));
    const closed = await records.get('exception', id);
    expect(closed?.body.resolution).toMatchObject({ action: 'close', by: 'crossdock' });
    expect(closed && closingChange(closed, 'again', now)).toBeUndefined();
  });
});

describe('due dates of exceptions', () => {
  it('[O10] four hours before it is due somebody is reminded, when it is due it is escalated, each once', async () => {
    expect(unwrap(await escalateExceptions(ports))).toEqual({ reminded: 0, escalated: 0 });
    now = '2026-11-24T04:00:00.000Z';
    expect(unwrap(await escalateExceptions(ports))).toEqual({ reminded: 1, escalated: 0 });
    expect(unwrap(await escalateExceptions(ports))).toEqual({ reminded: 0, escalated: 0 });
    now = '2026-11-24T08:00:00.000Z';
    expect(unwrap(await escalateExceptions(ports))).toEqual({ reminded: 0, escalated: 1 });
    expect(unwrap(await escalateExceptions(ports))).toEqual({ reminded: 0, escalated: 0 });
    expect((await records.get('exception', id))?.body).toMatchObject({
      remindedAt: '2026-11-24T04:00:00.000Z',
      escalatedAt: now,
    });
    expect(
      records
        .published()
        .slice(-2)
        .map(({ data }) => data.what),
    ).toEqual(['reminded', 'escalated']);
  });

  it('[O10] after a night without sweeps it is escalated at once; what is resolved is left alone', async () => {
    const other = await openException(ports, aDraft({ cause: ['po-2', '1'] }));
    unwrap(await resolveException(ports, { ...asked(1), decided: 'accept', reason: 'fine' }));
    now = '2026-11-30T08:00:00.000Z';
    expect(unwrap(await escalateExceptions(ports))).toEqual({ reminded: 0, escalated: 1 });
    expect((await records.get('exception', other))?.body.escalatedAt).toBe(now);
  });

  it('[O10] opened again it has its whole time again', async () => {
    now = '2026-11-25T08:00:00.000Z';
    unwrap(await escalateExceptions(ports));
    unwrap(await resolveException(ports, { ...asked(2), decided: 'accept', reason: 'fine' }));
    const again = unwrap(await reopenException(ports, { ...asked(3), reason: 'not fine' }));
    expect(again.body).toMatchObject({ openedAt: now, dueAt: '2026-11-26T08:00:00.000Z' });
    expect(again.body).not.toHaveProperty('escalatedAt');
  });
});
