import { beforeEach, describe, expect, it } from 'vitest';
import { resolveException } from '#business/exceptions/resolve-exception.ts';
import { chaseAnswers } from '#business/purchasing/chase-answers.ts';
import { extendAnswer } from '#business/purchasing/extend-answer.ts';
import { unwrap } from '#core/kernel/result.ts';
import { anAcknowledgement } from '#test/builders/an-acknowledgement.ts';
import { supplierRoom } from '#test/builders/supplier-room.ts';

let room: Awaited<ReturnType<typeof supplierRoom>>;
let later: (hours: number) => void;

beforeEach(async () => {
  room = await supplierRoom({ documents: { send: [], receive: ['order-acknowledgement'] } });
  const ledger = await room.ordered().then(() => room.ledger());
  if (!ledger) throw new Error('no ledger');
  const stored = await room.records.get('order-ledger', ledger.id);
  const start = room.clock.now();
  let now = start;
  later = (hours) => {
    now = new Date(Date.parse(start) + hours * 3_600_000).toISOString();
  };
  room.clock.now = () => now;
  const answer = {
    state: 'awaiting',
    dueAt: new Date(Date.parse(start) + 86_400_000).toISOString(),
  } as const;
  const body = { ...ledger, answer };
  await room.put({ type: 'order-ledger', id: ledger.id, expect: stored?.version ?? 1, body });
});

describe('chasing answers', () => {
  it('[S4] an order that is not answered in time becomes the buyer’s exception, once, with its event', async () => {
    expect(unwrap(await chaseAnswers(room))).toEqual({ overdue: 0 });
    later(24);
    expect(unwrap(await chaseAnswers(room))).toEqual({ overdue: 1 });
    expect(unwrap(await chaseAnswers(room))).toEqual({ overdue: 0 });
    expect(await room.exceptions()).toMatchObject([
      { kind: 'answer-overdue', state: 'open', about: { orderNumber: 'PO-71', partnerId: 'acme' } },
    ]);
    expect(room.told('order-answer-overdue')).toEqual(['order-answer-overdue']);
    expect((await room.ledger())?.answer).toMatchObject({
      state: 'awaiting',
      overdueSince: room.clock.now(),
    });
  });

  it('[S4] an answer that comes after all closes the exception', async () => {
    later(30);
    unwrap(await chaseAnswers(room));
    await room.answered(anAcknowledgement());
    expect(await room.exceptions()).toEqual([]);
    expect(await room.exceptions('buyer', 'resolved')).toMatchObject([
      { kind: 'answer-overdue', resolution: { action: 'close', by: 'crossdock' } },
    ]);
  });

  it('[O10] extended, the supplier has its whole time again; silent once more, the exception opens again', async () => {
    later(24);
    unwrap(await chaseAnswers(room));
    const [open] = await room.exceptions();
    const resolved = unwrap(
      await resolveException(room, {
        exceptionId: open?.id ?? '',
        expectedVersion: 1,
        actor: { kind: 'consumer', id: 'anna' },
        correlationId: 'cor-12345678',
        decided: 'extend',
        reason: 'They are on holiday.',
      }),
    );
    unwrap(await extendAnswer(room, resolved));
    const extended = (await room.ledger())?.answer;
    expect(extended).not.toHaveProperty('overdueSince');
    unwrap(await extendAnswer(room, resolved));
    expect((await room.ledger())?.answer).toEqual(extended);
    later(47);
    expect(unwrap(await chaseAnswers(room))).toEqual({ overdue: 0 });
    later(48);
    expect(unwrap(await chaseAnswers(room))).toEqual({ overdue: 1 });
    expect(await room.exceptions()).toMatchObject([{ kind: 'answer-overdue', reopened: 1 }]);
  });

  it('[S4] what was answered meanwhile is not extended', async () => {
    later(24);
    unwrap(await chaseAnswers(room));
    const [open] = await room.exceptions();
    const exception = await room.records.get('exception', open?.id ?? '');
    if (!exception) throw new Error('no exception');
    await room.answered(anAcknowledgement());
    const before = await room.ledger();
    unwrap(await extendAnswer(room, exception));
    expect(await room.ledger()).toEqual(before);
  });
});
