import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { completePosting, isOver } from '#platform/posting/complete-posting.ts';
import type { Posting } from '#platform/posting/model.ts';
import type { PostingStore } from '#platform/posting/ports.ts';
import { postDocument } from '#platform/posting/post-document.ts';
import { redrivePosting } from '#platform/posting/redrive-posting.ts';
import { claim, LEASE_SECONDS, refuse } from '#platform/posting/rules/transitions.ts';
import { settleByHand } from '#platform/posting/settle-by-hand.ts';
import type { SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { commitLate, down, locked, loseAnswer, loseRequest } from '#test/doubles/simulated-system.ts';
import { correlationId, postingRoom } from './posting-room.ts';

const created = 'crossdock.purchase-order-created.v1';
const refused = 'crossdock.purchase-order-refused.v1';

describe('posting a purchase order', () => {
  it('[X2] an order is created, confirmed and known by its number', async () => {
    const room = postingRoom();
    await room.order();
    await room.work();
    expect(room.count('confirmed')).toBe(1);
    expect(await room.purchaseOrder()).toMatchObject({
      state: 'confirmed',
      number: 'PO1',
      identifiers: [{ scheme: 'tryton:purchase-order', value: '1' }],
    });
    expect(room.events()).toEqual([created]);
    expect(room.system.calls()).toEqual(['create', 'confirm']);
    expect((await room.posting()).state).toEqual({
      name: 'settled',
      nativeId: '1',
      number: 'PO1',
      recorded: true,
    });
  });

  it('[X2] the same effect sent again any number of times makes no second order and no second event', async () => {
    const room = postingRoom();
    await room.order();
    for (let times = 0; times < 5; times += 1) await room.request();
    await room.work();
    await room.request();
    await room.pass(5);
    expect(room.system.orders()).toHaveLength(1);
    expect(room.events()).toEqual([created]);
  });

  it('[O7] a posting that nobody knows is poison', async () => {
    const room = postingRoom();
    const result = await postDocument(room.parts, 'f'.repeat(64));
    expect(result).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('[X2] a crash between settling and telling is completed on the next wake', async () => {
    const room = postingRoom();
    await room.order();
    const commit = async () => {
      throw new Error('crash');
    };
    const crashing = { ...room.parts, records: { ...room.parts.records, commit } };
    const { effectId } = await room.posting();
    await expect(postDocument(crashing, effectId)).rejects.toThrow('crash');
    expect(await room.purchaseOrder()).toMatchObject({ state: 'requested' });
    await room.pass(1);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
    expect(room.system.orders()).toHaveLength(1);
  });
});

describe('an ERP that behaves badly', () => {
  it('[X3] down at the start: work is parked, counted and goes on by itself', async () => {
    const room = postingRoom();
    room.system.behave(() => down);
    await room.order();
    await room.work();
    expect(await room.posting()).toMatchObject({
      attempts: 1,
      state: { name: 'parked', because: { code: 'system-unavailable' } },
    });
    await room.pass(30);
    room.system.behave(() => ({ kind: 'answer' }));
    await room.pass(10);
    expect(room.system.orders().map(({ state }) => state)).toEqual(['confirmed']);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
  });

  it('[X2] down in the middle: the draft that is there is confirmed, no second one is made', async () => {
    const room = postingRoom();
    room.system.next({ kind: 'answer' }, down, down);
    await room.order();
    await room.work();
    expect(room.count('draft')).toBe(1);
    await room.pass(5);
    expect(room.system.orders().map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('[X2] an answer that is lost although the order was made: it is looked up, never blindly repeated', async () => {
    const room = postingRoom();
    room.system.next(loseAnswer);
    await room.order();
    await room.work();
    expect(await room.posting()).toMatchObject({ state: { name: 'unknown' } });
    await room.pass(5);
    expect(room.system.calls().filter((call) => call === 'create')).toHaveLength(1);
    expect(room.system.orders().map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('[X2] a request that never arrived is repeated only after the longest commit delay', async () => {
    const room = postingRoom();
    room.system.next(loseRequest);
    await room.order();
    await room.work();
    room.clock.advance(59_000);
    unwrap(await postDocument(room.parts, (await room.posting()).effectId));
    expect(room.system.calls()).toEqual(['create', 'find']);
    await room.pass(3);
    expect(room.system.calls().slice(2)).toEqual(['find', 'create', 'confirm', 'find']);
    expect(room.count('confirmed')).toBe(1);
  });

  it('[X2] an order that is made after the client gave up is adopted', async () => {
    const room = postingRoom();
    room.system.next(commitLate(50));
    await room.order();
    await room.work();
    await room.pass(4);
    expect(room.system.orders().map(({ state }) => state)).toEqual(['confirmed']);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed', number: 'PO1' });
  });

  it('[X2] an order that is made later than the system promised never gives two, and its draft is removed', async () => {
    const room = postingRoom();
    room.system.next(commitLate(66));
    await room.order();
    await room.work();
    room.clock.advance(65_500);
    unwrap(await postDocument(room.parts, (await room.posting()).effectId));
    expect(room.count('confirmed')).toBe(1);
    await room.pass(3);
    expect(room.system.orders().map(({ state }) => state)).toEqual(['confirmed', 'cancelled']);
  });

  it('[X2] the lost answer of a confirmation is looked up', async () => {
    const room = postingRoom();
    room.system.next({ kind: 'answer' }, loseAnswer);
    await room.order();
    await room.work();
    await room.pass(2);
    expect(room.system.calls()).toEqual(['create', 'confirm', 'find']);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
  });

  it('[X2] a refused line becomes a task of the buyer, in the words of the system, and leaves no draft', async () => {
    const room = postingRoom();
    room.system.refuse(() => 'The item is not purchasable.');
    await room.order();
    await room.work();
    expect(await room.purchaseOrder()).toMatchObject({
      state: 'refused',
      refusal: 'The item is not purchasable.',
    });
    expect(room.events()).toEqual([refused]);
    expect(room.count('draft')).toBe(0);
    await room.pass(30);
    expect(room.system.calls()).toEqual(['create', 'confirm', 'discard']);
  });

  it('[X2] a refused order is redriven after the repair, as often as one likes, and is ordered once', async () => {
    const room = postingRoom();
    room.system.refuse(() => 'The item is not purchasable.');
    await room.order();
    await room.work();
    room.system.refuse(() => undefined);
    const redrive = {
      operation: 'create-purchase-order',
      documentId: 'po-1',
      actor: { kind: 'person', id: 'ben' },
      reason: 'The item is purchasable now.',
      correlationId,
    } as const;
    for (let sequence = 2; sequence <= 4; sequence += 1) {
      unwrap(await redrivePosting(room.parts, redrive));
    }
    for (const sequence of [3, 2, 4, 4]) unwrap(await room.request('po-1', sequence));
    await room.work();
    await room.pass(5);
    expect(room.count('confirmed')).toBe(1);
    const { refusal, state } = await room.purchaseOrder();
    expect({ refusal, state }).toEqual({ refusal: undefined, state: 'confirmed' });
    expect(room.records.audit()).toHaveLength(3);
    expect(await redrivePosting(room.parts, redrive)).toMatchObject({
      ok: false,
      problem: { code: 'state-not-allowed' },
    });
  });

  it('[X2] an old request that is replayed does not reopen what was refused', async () => {
    const room = postingRoom();
    room.system.refuse(() => 'No.');
    await room.order();
    await room.work();
    unwrap(await room.request('po-1', 1));
    await room.pass(2);
    expect(room.system.calls()).toEqual(['create', 'confirm', 'discard']);
  });

  it('[X3] a locked account is left alone for a quarter of an hour, by all postings', async () => {
    const room = postingRoom();
    room.system.behave(() => locked);
    await room.order();
    await room.order({ id: 'po-2' });
    await room.work();
    await room.pass(14);
    expect(room.system.calls()).toHaveLength(1);
    room.system.behave(() => ({ kind: 'answer' }));
    await room.pass(4);
    expect(room.count('confirmed')).toBe(2);
  });
});

describe('a system that allows less', () => {
  const none = (create: 'lookupOnly' | 'none' | 'uniqueReference' | 'nativeIdempotency') => ({
    capabilities: {
      repeats: { create, confirm: 'nativeIdempotency', discard: 'nativeIdempotency' } as const,
      hasDrafts: false,
      longestCommitDelaySeconds: 60,
    },
  });

  for (const create of ['lookupOnly', 'none'] as const) {
    it(`[X2] without drafts and with ${create}, a lost answer without a trace needs a person`, async () => {
      const room = postingRoom(none(create));
      room.system.next(loseRequest);
      await room.order();
      await room.work();
      await room.pass(10);
      expect(await room.posting()).toMatchObject({ state: { name: 'needs-person' } });
      expect(room.system.calls().filter((call) => call === 'create')).toHaveLength(1);
      expect(await room.purchaseOrder()).toMatchObject({ state: 'requested' });
    });
  }

  it('[X2] a person who saw that nothing is there lets it be sent again', async () => {
    const room = postingRoom(none('none'));
    room.system.next(loseRequest);
    await room.order();
    await room.work();
    await room.pass(10);
    const actor = { kind: 'person', id: 'olga' } as const;
    unwrap(
      await redrivePosting(room.parts, {
        operation: 'create-purchase-order',
        documentId: 'po-1',
        actor,
        reason: 'Not there.',
        correlationId,
      }),
    );
    unwrap(await room.request('po-1', 2));
    await room.work();
    expect(room.count('confirmed')).toBe(1);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
  });

  it('[X2] a person who found the order settles the posting with it, and only with that one', async () => {
    const room = postingRoom(none('none'));
    room.system.next(loseAnswer);
    await room.order();
    await room.work();
    await room.pass(10);
    const settlement = {
      effectId: (await room.posting()).effectId,
      nativeId: '1',
      actor: { kind: 'person', id: 'olga' } as const,
      reason: 'Seen in the system.',
      correlationId,
    };
    expect(await settleByHand(room.parts, { ...settlement, nativeId: '7' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    unwrap(await settleByHand(room.parts, settlement));
    expect(await room.posting()).toMatchObject({ state: { name: 'settled', recorded: true } });
    expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed', number: 'PO1' });
    expect(room.records.audit()).toMatchObject([{ action: 'settle-posting', reason: 'Seen in the system.' }]);
    expect(await settleByHand(room.parts, settlement)).toMatchObject({
      ok: false,
      problem: { code: 'state-not-allowed' },
    });
  });

  for (const create of ['uniqueReference', 'nativeIdempotency'] as const) {
    it(`[X2] with ${create} a lost answer is repeated and there is one order`, async () => {
      const room = postingRoom(none(create));
      room.system.next(commitLate(200));
      await room.order();
      await room.work();
      await room.pass(10);
      expect(room.count('confirmed')).toBe(1);
      expect(await room.purchaseOrder()).toMatchObject({ state: 'confirmed' });
    });
  }
});

describe('attempts beside each other', () => {
  it('[X2] what another attempt holds is left alone until its lease is over', async () => {
    const room = postingRoom();
    await room.order();
    const held = unwrap(await room.store.save(claim(await room.posting(), room.clock.now())));
    await room.work();
    room.clock.advance(LEASE_SECONDS * 1000 - 1);
    unwrap(await postDocument(room.parts, held.effectId));
    expect(room.system.calls()).toEqual([]);
    room.clock.advance(1);
    unwrap(await postDocument(room.parts, held.effectId));
    expect(room.system.calls()).toEqual(['find', 'create', 'confirm']);
    expect(await room.posting()).toMatchObject({ attempts: 2, state: { name: 'settled' } });
  });

  it('[X2] an attempt that comes back late finds its posting taken over, and changes nothing', async () => {
    const room = postingRoom();
    await room.order();
    let takenOver = false;
    const slow: SystemOfRecord = {
      ...room.system,
      purchaseOrders: {
        ...room.system.purchaseOrders,
        createDraft: async (order, reference) => {
          const created = await room.system.purchaseOrders.createDraft(order, reference);
          if (takenOver) return created;
          takenOver = true;
          await room.pass(5);
          return created;
        },
      },
    };
    const connect = async () => ({ ok: true, value: { adapter: slow, callsPerSecond: 1000 } }) as const;
    unwrap(await postDocument({ ...room.parts, connect }, (await room.posting()).effectId));
    expect(room.system.calls()).toEqual(['create', 'find', 'confirm', 'find']);
    expect(room.system.orders().map(({ state }) => state)).toEqual(['confirmed']);
    expect(await room.posting()).toMatchObject({ attempts: 2, state: { name: 'settled', recorded: true } });
    expect(room.events()).toEqual([created]);
  });

  it('[X2] who comes late with an old refusal records nothing of it after a redrive', async () => {
    const room = postingRoom();
    room.system.refuse(() => 'No.');
    await room.order();
    let early: Posting | undefined;
    const save: PostingStore['save'] = async (posting) => {
      const saved = await room.store.save(posting);
      if (saved.ok && saved.value.state.name === 'refused') early ??= saved.value;
      return saved;
    };
    const { effectId } = await room.posting();
    unwrap(await postDocument({ ...room.parts, store: { ...room.store, save } }, effectId));
    const actor = { kind: 'person', id: 'ben' } as const;
    const order = { operation: 'create-purchase-order', documentId: 'po-1' } as const;
    const redrive = { ...order, actor, reason: 'Repaired.', correlationId };
    unwrap(await redrivePosting(room.parts, redrive));
    if (!early || !isOver(early)) throw new Error('it was not refused');
    unwrap(await completePosting(room.parts, early));
    expect(room.events().filter((name) => name === refused)).toHaveLength(1);
    expect(await room.purchaseOrder()).toMatchObject({ state: 'requested' });
  });

  it('[X2] a refusal that our order does not tell of yet cannot be redriven', async () => {
    const room = postingRoom();
    await room.order();
    unwrap(await room.store.save(refuse(await room.posting(), 'No.', room.clock.now())));
    const actor = { kind: 'person', id: 'ben' } as const;
    const order = { operation: 'create-purchase-order', documentId: 'po-1' } as const;
    const redrive = { ...order, actor, reason: 'Repaired.', correlationId };
    expect(await redrivePosting(room.parts, redrive)).toMatchObject({
      ok: false,
      problem: { code: 'state-not-allowed' },
    });
  });

  it('[X2] a create is marked before it is sent: an attempt that is never heard of again is waited for', async () => {
    const room = postingRoom();
    await room.order();
    const dying: SystemOfRecord = {
      ...room.system,
      purchaseOrders: {
        ...room.system.purchaseOrders,
        createDraft: async () => {
          throw new Error('crash');
        },
      },
    };
    const connect = async () => ({ ok: true, value: { adapter: dying, callsPerSecond: 1000 } }) as const;
    const { effectId } = await room.posting();
    const sentAt = Date.parse(room.clock.now());
    await expect(postDocument({ ...room.parts, connect }, effectId)).rejects.toThrow('crash');
    const { sent, state } = await room.posting();
    expect(state.name).toBe('claimed');
    expect(Date.parse(sent?.mayCommitUntil ?? '') - sentAt).toBeGreaterThan((LEASE_SECONDS + 60) * 1000);
  });
});

describe('what comes before', () => {
  it('[O7] a later revision waits until the earlier one is settled', async () => {
    const room = postingRoom();
    room.system.behave(() => down);
    await room.order();
    await room.work();
    const first = await room.posting();
    const second = { ...first, effectId: 'a'.repeat(64), revision: 2, fence: 1, attempts: 0 };
    await room.store.create({ ...second, state: { name: 'pending', dueAt: room.clock.now() } });
    unwrap(await postDocument(room.parts, second.effectId));
    expect(await room.store.get(second.effectId)).toMatchObject({
      attempts: 0,
      state: { name: 'parked', because: { code: 'posting-waits' } },
    });
  });
});
