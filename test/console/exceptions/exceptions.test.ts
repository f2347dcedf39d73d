import { describe, expect, it } from 'vitest';
import { exceptionOwnersOf, roles } from '#api/roles.ts';
import { exceptionRules } from '#business/exceptions/kinds.ts';
import { actionWords } from '#console/pages/exceptions/action-words.ts';
import { counterOf, faultsOf } from '#console/pages/exceptions/counter-draft.ts';
import { deadlineOf } from '#console/pages/exceptions/deadline.ts';
import { historyOf } from '#console/pages/exceptions/history-steps.ts';
import { matcherOf } from '#console/pages/exceptions/match-exception.ts';
import {
  decidesFor,
  firstQueue,
  type Kind,
  kindsOf,
  queueNames,
  queuesOf,
  worksOn,
} from '#console/pages/exceptions/queues.ts';
import { flowOf, rememberWaiting } from '#console/pages/exceptions/waiting-documents.ts';
import type { Exception } from '#contracts/client.ts';
import { exceptionOwnerSchema } from '#core/canonical/exception.ts';

const anException = (change: Partial<Exception> = {}): Exception => ({
  id: 'ex-1',
  kind: 'price-difference',
  owner: 'buyer',
  severity: 'medium',
  state: 'open',
  title: 'Nordbolt asks more',
  about: { partnerId: 'nordbolt', supplierId: 'sup-nordbolt' },
  evidence: [],
  actions: ['accept', 'counter', 'cancel-line'],
  openedAt: '2026-11-21T08:00:00.000Z',
  dueAt: '2026-11-22T08:00:00.000Z',
  comments: [],
  reopened: 0,
  version: 1,
  updatedAt: '2026-11-21T08:00:00.000Z',
  correlationId: 'c-1',
  ...change,
});

describe('[O3] an exception stands against the time it was given', () => {
  const at = (time: string): number => Date.parse(time);

  it.each([
    ['2026-11-21T08:00:00.000Z', 'pending', 'Due in 1 d'],
    ['2026-11-22T03:59:00.000Z', 'pending', 'Due in 4 h 1 min'],
    ['2026-11-22T04:00:00.000Z', 'warning', 'Due in 4 h'],
    ['2026-11-22T07:59:30.000Z', 'warning', 'Due in less than a minute'],
    ['2026-11-22T08:00:00.000Z', 'error', 'Overdue by less than a minute'],
    ['2026-11-24T09:30:00.000Z', 'error', 'Overdue by 2 d 1 h'],
  ])('at %s it is %s: %s', (now, tone, text) => {
    expect(deadlineOf(anException(), at(now))).toEqual({ tone, text });
  });

  it('what is decided stays in time or late, whatever the time is now', () => {
    const decided = (when: string) =>
      anException({ resolution: { action: 'accept', by: 'b', at: when, reason: 'r' } });
    const now = at('2027-01-01T00:00:00.000Z');
    expect(deadlineOf(decided('2026-11-22T08:00:00.000Z'), now).text).toBe('Decided in time');
    expect(deadlineOf(decided('2026-11-22T10:00:00.000Z'), now).text).toBe('Decided 2 h late');
  });
});

describe('[A4] everybody has the queues of their roles', () => {
  const person = (...held: (typeof roles)[number][]) => ({
    roles: held,
    decides: [...exceptionOwnersOf(held)],
  });

  it('a buyer sees what buyers decide, ops and auditors see everything', () => {
    expect(queuesOf(person('buyer'))).toEqual(['buyer', 'receiving', 'accounts_payable']);
    expect(queuesOf(person('ops'))).toEqual(Object.keys(queueNames));
    expect(queuesOf(person('auditor'))).toEqual(Object.keys(queueNames));
  });

  it('one lands in a queue that one may see, and first in one that one decides', () => {
    for (const role of roles) expect(queuesOf(person(role))).toContain(firstQueue(person(role)));
    expect(firstQueue(person('steward'))).toBe('steward');
  });

  it('ops see to everything and decide only what is theirs; auditors do neither', () => {
    expect(worksOn(person('ops'), 'buyer')).toBe(true);
    expect(decidesFor(person('ops'), 'buyer')).toBe(false);
    expect(decidesFor(person('buyer'), 'buyer')).toBe(true);
    expect(worksOn(person('auditor'), 'ops')).toBe(false);
  });

  it('every owner has a name, and every kind stands in the queue of its owner', () => {
    expect(Object.keys(queueNames).toSorted()).toEqual([...exceptionOwnerSchema.options].toSorted());
    for (const [kind, { owner }] of Object.entries(exceptionRules)) {
      // A dead letter goes to whom the person who moves it chooses: every queue offers it.
      if (kind !== 'dead-letter') expect(kindsOf[owner], kind).toContain(kind);
    }
  });
});

describe('[O3] a queue is filtered among what is loaded', () => {
  const me = 'buyer@crossdock.local';

  it('without a filter there is nothing to test', () => {
    expect(matcherOf({}, me)).toBeUndefined();
  });

  it.each([
    [{ kind: 'price-difference' }, true],
    [{ kind: 'date-slip' }, false],
    [{ severity: 'medium' }, true],
    [{ severity: 'high' }, false],
    [{ partner: 'NORD' }, true],
    [{ partner: 'other' }, false],
    [{ supplier: 'bolt' }, true],
    [{ partner: 'nord', kind: 'date-slip' }, false],
    [{ claim: 'nobody' }, true],
    [{ claim: 'mine' }, false],
    [{ claim: 'others' }, false],
    [{ claim: 'what?' }, true],
  ])('%j keeps it: %s', (filters, kept) => {
    expect(matcherOf(filters, me)?.(anException())).toBe(kept);
  });

  it('claimed ones are mine or somebody else’s', () => {
    expect(matcherOf({ claim: 'mine' }, me)?.(anException({ claimedBy: me }))).toBe(true);
    expect(matcherOf({ claim: 'others' }, me)?.(anException({ claimedBy: 'ops' }))).toBe(true);
    expect(matcherOf({ claim: 'others' }, me)?.(anException({ claimedBy: me }))).toBe(false);
  });

  it('a filter by partner leaves out what is about none', () => {
    expect(matcherOf({ partner: 'n' }, me)?.(anException({ about: {} }))).toBe(false);
  });
});

describe('[O10] every action of every kind says what it does', () => {
  it('in words, none of them empty', () => {
    for (const [kind, { actions }] of Object.entries(exceptionRules)) {
      for (const action of actions) {
        const said = actionWords(kind as Kind, action);
        for (const text of Object.values(said)) expect(text.length, `${kind} ${action}`).toBeGreaterThan(3);
      }
    }
  });

  it('accepting a later day tells no system, accepting a price does', () => {
    expect(actionWords('date-slip', 'accept').explain).toContain('No system has to change');
    expect(actionWords('price-difference', 'accept').explain).toContain('purchasing system is told');
  });
});

describe('[O3] what a buyer asks for instead', () => {
  const empty = { quantity: '', price: '', requestedDate: '' };

  it('needs at least one of quantity, price and day', () => {
    expect(counterOf(empty)).toBeUndefined();
    expect(faultsOf(empty).nothing).not.toBe('');
  });

  it('asks only for what is filled in', () => {
    expect(counterOf({ ...empty, price: ' 12.6 ' })).toEqual({ price: '12.6' });
    expect(counterOf({ quantity: '480', price: '', requestedDate: '2026-12-01' })).toEqual({
      quantity: '480',
      requestedDate: '2026-12-01',
    });
  });

  it.each([
    { ...empty, quantity: '4,80' },
    { ...empty, price: '-1' },
    { ...empty, price: '12.5', requestedDate: '1.12.2026' },
  ])('asks for nothing while a field is wrong: %j', (draft) => {
    expect(counterOf(draft)).toBeUndefined();
    expect(Object.values(faultsOf(draft)).some((fault) => fault !== '')).toBe(true);
  });
});

describe('[O3] what happened to an exception', () => {
  it('is told from opening to decision, with what was asked for', () => {
    const steps = historyOf(
      anException({
        remindedAt: '2026-11-22T04:00:00.000Z',
        escalatedAt: '2026-11-22T08:00:00.000Z',
        resolution: {
          action: 'counter',
          by: 'buyer',
          at: '2026-11-22T09:00:00.000Z',
          reason: 'The contract says 12.6.',
          counter: { price: '12.6', requestedDate: '2026-12-01' },
        },
      }),
    );
    expect(steps.map(({ what }) => what)).toEqual([
      'Opened',
      'The owner was reminded',
      'Escalated: the deadline had passed',
      'Decided: ask for something else',
    ]);
    expect(steps.at(-1)?.more).toBe('The contract says 12.6. Asked for: at 12.6, on 2026-12-01.');
  });

  it('says when it was opened again', () => {
    expect(historyOf(anException({ reopened: 1 }))[0]?.what).toBe('Opened again');
  });
});

describe('[M3] documents that wait for a code are seen to go on', () => {
  const one = { id: 'pd-1', state: 'parked', waitsFor: 'xr-1' } as const;
  const other = { id: 'pd-2', state: 'parked', waitsFor: 'xr-2' } as const;
  const none: ReadonlySet<string> = new Set();

  it('those that wait for this code are remembered when they wait no more', () => {
    const seen = rememberWaiting(none, [one, other], 'xr-1');
    expect([...seen]).toEqual(['pd-1']);
    expect(rememberWaiting(seen, [{ id: 'pd-1', state: 'applied' }], 'xr-1')).toBe(seen);
  });

  it.each([
    [[], 'No document waits for it.'],
    [['parked'], '1 document waits for it.'],
    [['parked', 'parked'], '2 documents wait for it.'],
    [['parked', 'applied'], '1 of 2 documents that waited went on.'],
    [['applied', 'rejected'], 'All 2 documents that waited went on.'],
    [['applied'], 'The document that waited went on.'],
  ] as const)('%j: %s', (states, text) => {
    const documents = states.map((state, index) => ({ id: `pd-${index}`, state }));
    expect(flowOf(documents, false).text).toBe(text);
  });

  it('says how far it looked', () => {
    expect(flowOf([one], true).text).toBe(
      "1 document waits for it among the partner's newest 200 documents.",
    );
  });
});
