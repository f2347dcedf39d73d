import { describe, expect, it } from 'vitest';
import {
  classified,
  MOST_AT_ONCE,
  partsOf,
  progressOf,
  type Queue,
  sortQueues,
  waitingIn,
} from '#console/pages/dead-letters/redrive-requests.ts';
import {
  canRedrive,
  carriesText,
  classText,
  countsText,
  selectionText,
} from '#console/pages/dead-letters/wording.ts';
import { aboutOf } from '#console/parts/about.ts';
import type { DeadLetter } from '#contracts/client.ts';

const aLetter = (change: Partial<DeadLetter> = {}): DeadLetter => ({
  id: 'dl-1',
  queue: 'acknowledgements',
  consumer: 'apply-acknowledgement',
  state: 'waiting',
  carries: { kind: 'event', name: 'partner-document-received' },
  died: { class: 'file-missing', detail: 'It is not there.' },
  seenAs: [],
  receives: 5,
  returns: 0,
  firstSeenAt: '2026-11-21T08:00:00.000Z',
  lastSeenAt: '2026-11-21T08:00:00.000Z',
  redrives: [],
  sizeBytes: 10,
  version: 1,
  updatedAt: '2026-11-21T08:00:00.000Z',
  correlationId: 'c-1',
  ...change,
});

const { consumer: _consumer, ...nobodys } = aLetter({ id: 'dl-nobody', queue: 'relay-failures' });

const aQueue = (queue: string, change: Partial<Queue> = {}): Queue => ({
  queue,
  fifo: false,
  waiting: 0,
  messages: 0,
  classes: [],
  ...change,
});

describe('[O4] a dead letter in words', () => {
  it('[O4] says what a message carries, by kind', () => {
    const text = (kind: DeadLetter['carries']['kind'], name: string) => carriesText({ kind, name });
    expect(text('event', 'partner-document-received')).toBe('Event: Partner document received');
    expect(text('file', 'plan.csv')).toBe('File: plan.csv');
    expect(text('posting', `posting ${'9f86d081884c7d65'.repeat(4)}`)).toBe('Posting: 9f86d081884c…');
    expect(text('stream', '3 changes')).toBe('Changes that were not published: 3 changes');
    expect(text('other', 'a message that is no JSON')).toBe('A message that is no JSON');
  });

  it('[O4] says why it died: our own classes in a sentence, problems in their words', () => {
    expect(classText('crashed')).toBe('Crashed, or ran out of time, before it could say why');
    expect(classText('undeliverable')).toBe('Could not be delivered to its queue');
    expect(classText('file-missing')).toBe('File missing');
  });

  it('[O4] says what a redrive is of, and how it went', () => {
    expect(selectionText({ kind: 'all' })).toBe('All that waited');
    expect(selectionText({ kind: 'all', class: 'file-missing' })).toBe('All that died of "File missing"');
    expect(selectionText({ kind: 'some', ids: ['a'] })).toBe('1 chosen message');
    expect(selectionText({ kind: 'some', ids: ['a', 'b'] })).toBe('2 chosen messages');
    expect(countsText({ sent: 7, skipped: 0, failed: 0 })).toBe('7 sent');
    expect(countsText({ sent: 7, skipped: 1, failed: 2 })).toBe('7 sent, 1 passed over, 2 could not be sent');
  });

  it('[O4] finds the record that an effect of a dry run is about, where it names one', () => {
    expect(aboutOf('order-ledger led-1')).toEqual({ type: 'order-ledger', id: 'led-1' });
    expect(aboutOf('acme')).toBeUndefined();
    expect(aboutOf('an order of acme')).toBeUndefined();
  });
});

describe('[O4] sending back', () => {
  it('[O4] only what waits and what somebody works on can be sent back', () => {
    expect(canRedrive(aLetter())).toBe(true);
    expect(canRedrive(aLetter({ state: 'discarded' }))).toBe(false);
    expect(canRedrive(nobodys)).toBe(false);
  });

  it('[O4] what is chosen of several queues becomes one redrive a queue, without what cannot be sent back', () => {
    const chosen = [
      aLetter({ id: 'a' }),
      aLetter({ id: 'b', queue: 'invoices' }),
      aLetter({ id: 'c' }),
      aLetter({ id: 'd', state: 'gone' }),
      nobodys,
    ];
    expect(partsOf(chosen)).toEqual([
      { queue: 'acknowledgements', ids: ['a', 'c'] },
      { queue: 'invoices', ids: ['b'] },
    ]);
  });

  it('[O4] no redrive names more messages than the API takes', () => {
    const many = Array.from({ length: MOST_AT_ONCE + 3 }, (_, index) => aLetter({ id: `dl-${index}` }));
    expect(partsOf(many).map(({ ids }) => ids.length)).toEqual([MOST_AT_ONCE]);
  });

  it('[O4] how much waits is told for a queue and for one class of it', () => {
    const queue = aQueue('acknowledgements', { waiting: 12, classes: [{ class: 'crashed', count: 5 }] });
    expect(waitingIn(queue)).toBe(12);
    expect(waitingIn(queue, 'crashed')).toBe(5);
    expect(waitingIn(queue, 'file-missing')).toBe(0);
    expect(classified(queue)).toBe(5);
  });

  it('[O4] full queues come first, the fullest on top; one whose redrive runs is not empty', () => {
    const queues = [
      aQueue('b-empty'),
      aQueue('little', { waiting: 1 }),
      aQueue('much', { waiting: 9 }),
      aQueue('redriven', { redriveId: 'rd-1' }),
      aQueue('not-indexed-yet', { messages: 4 }),
      aQueue('a-empty'),
    ];
    const { filled, empty } = sortQueues(queues);
    expect(filled.map(({ queue }) => queue)).toEqual(['much', 'little', 'not-indexed-yet', 'redriven']);
    expect(empty).toEqual(['a-empty', 'b-empty']);
  });

  it('[O4] progress is measured against what was chosen, or against what still waits', () => {
    const counts = { sent: 3, skipped: 40, failed: 1 };
    const some = { kind: 'some' as const, ids: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] };
    expect(progressOf({ selection: some, counts }, 100)).toEqual({ percent: 50, rest: 4 });
    expect(progressOf({ selection: { kind: 'all' }, counts }, 12)).toEqual({ percent: 25, rest: 12 });
    expect(progressOf({ selection: { kind: 'all' }, counts: { sent: 0, skipped: 0, failed: 0 } }, 0)).toEqual(
      {
        percent: 0,
        rest: 0,
      },
    );
  });
});
