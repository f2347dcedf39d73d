/** The conformance kit: what posting relies on, for the adapter of every system of record to pass. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { type Result, unwrap } from '#core/kernel/result.ts';
import { externalReference } from '#platform/posting/reference.ts';
import type { SystemOfRecord, SystemOrder } from '#platform/posting/system-of-record.ts';

/** Something the kit needs the system to do to it; or why this system cannot be brought to it. */
export type Provoked<T> = { readonly by: T } | { readonly cannot: string };

export interface SystemUnderTest {
  readonly system: SystemOfRecord;
  /** An order of at least two lines that the system takes; a new one each time. */
  readonly anOrder: () => PurchaseOrder;
  /** An order of which the system refuses one line and would take the others. */
  readonly aRefusedOrder: Provoked<() => PurchaseOrder>;
  /** The adapter on a line that loses the answer after the system has done what was asked. */
  readonly losingAnswers: Provoked<SystemOfRecord>;
  /** The adapter where nothing listens. */
  readonly down: Provoked<SystemOfRecord>;
  /** The adapter with a wrong credential. Used once, so that no account is locked. */
  readonly wrongCredential: Provoked<SystemOfRecord>;
  /** The adapter while the system asks for fewer calls. */
  readonly throttled: Provoked<SystemOfRecord>;
  /** Changes an order in the system behind the adapter's back, between its reading and its confirming. */
  readonly stale: Provoked<SystemOfRecord>;
  readonly close: () => Promise<void>;
}

const newReference = (): string => externalReference(randomBytes(32).toString('hex'));
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
const only = <T>(entries: readonly T[]): T => {
  expect(entries).toHaveLength(1);
  return entries[0] as T;
};

/** Run `test` when the system can be provoked; otherwise a skipped test says why not. */
function provoked<T>(
  title: string,
  provocation: () => Provoked<T> | undefined,
  test: (by: T) => Promise<void>,
): void {
  it(title, async (context) => {
    const given = provocation();
    if (!given) throw new Error('the system was not opened');
    if ('cannot' in given) return context.skip(given.cannot);
    await test(given.by);
  });
}

/** Run against a system with nothing else going on. Orders are left behind, each under a reference of its own. */
export function systemOfRecordContract(name: string, open: () => Promise<SystemUnderTest>): void {
  describe(`System of record: ${name}`, () => {
    let opened: SystemUnderTest | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    const subject = (): SystemUnderTest => {
      if (!opened) throw new Error('the system was not opened');
      return opened;
    };
    const create = async (reference: string): Promise<SystemOrder> =>
      unwrap(await subject().system.createDraft(subject().anOrder(), reference));
    const found = async (reference: string) => unwrap(await subject().system.findByReference(reference));
    /** What is to be seen at the latest when the declared delay is over. */
    const seen = async (reference: string, isThere: (orders: readonly SystemOrder[]) => boolean) => {
      const until = Date.now() + subject().system.capabilities.longestCommitDelaySeconds * 1000;
      for (;;) {
        const orders = await found(reference);
        if (isThere(orders) || Date.now() > until) return orders;
        await pause(100);
      }
    };

    it('[X1] an order has no effect until it is confirmed, and is found by its whole reference at once', async () => {
      const reference = newReference();
      const created = await create(reference);
      const { hasDrafts } = subject().system.capabilities;
      expect(created.state).toBe(hasDrafts ? 'draft' : 'confirmed');
      expect(only(await found(reference))).toMatchObject({
        nativeId: created.nativeId,
        state: created.state,
      });
      expect(await found(reference.slice(0, -1))).toEqual([]);
      const confirmed = unwrap(await subject().system.confirm(created.nativeId));
      expect(confirmed).toMatchObject({ nativeId: created.nativeId, state: 'confirmed' });
      expect(confirmed.number).toMatch(/./);
      expect(only(await found(reference))).toMatchObject({ state: 'confirmed', number: confirmed.number });
    });

    it('[X1] what was sent can be read again, line by line', async () => {
      const reference = newReference();
      const order = subject().anOrder();
      const { nativeId } = unwrap(await subject().system.createDraft(order, reference));
      const read = unwrap(await subject().system.readPurchaseOrder(nativeId));
      expect(read).toMatchObject({ nativeId, reference });
      const sent = order.lines.map(({ itemId, quantity }) => ({ itemId, quantity }));
      expect(read?.lines.map(({ itemId, quantity }) => ({ itemId, quantity }))).toEqual(sent);
    });

    it('[X2] an unknown reference finds nothing, and an unknown order reads as none', async () => {
      expect(await found(newReference())).toEqual([]);
      expect(unwrap(await subject().system.readPurchaseOrder('2147483000'))).toBeUndefined();
    });

    it('[X2] confirming again, one after the other or at once, confirms one order', async () => {
      const reference = newReference();
      const { nativeId } = await create(reference);
      const { system } = subject();
      const results = await Promise.all([1, 2, 3, 4].map(() => system.confirm(nativeId)));
      expect(results.some(({ ok }) => ok)).toBe(true);
      const again = unwrap(await system.confirm(nativeId));
      expect(only(await found(reference))).toEqual(again);
    });

    it('[X2] a second create under one reference is what the adapter declares', async () => {
      const reference = newReference();
      const { system, anOrder } = subject();
      const order = anOrder();
      const first = unwrap(await system.createDraft(order, reference));
      const second = unwrap(await system.createDraft(order, reference));
      const { create: guarantee } = system.capabilities.repeats;
      const ids = (await found(reference)).map(({ nativeId }) => nativeId).sort();
      if (guarantee === 'lookupOnly') expect(ids).toEqual([first.nativeId, second.nativeId].sort());
      else expect(second.nativeId).toBe(first.nativeId);
    });

    it('[X2] a discarded draft is gone, can be discarded again and never be confirmed', async () => {
      const { system } = subject();
      if (!system.capabilities.hasDrafts) return;
      const reference = newReference();
      const { nativeId } = await create(reference);
      expect(codeOf(await system.discardDraft(nativeId))).toBe('ok');
      expect(codeOf(await system.discardDraft(nativeId))).toBe('ok');
      expect((await found(reference)).filter(({ state }) => state !== 'cancelled')).toEqual([]);
      expect(codeOf(await system.confirm(nativeId))).toBe('system-refused');
    });

    it('[X2] a confirmed order cannot be discarded', async () => {
      const { system } = subject();
      const reference = newReference();
      const { nativeId } = await create(reference);
      unwrap(await system.confirm(nativeId));
      expect(codeOf(await system.discardDraft(nativeId))).toBe('system-refused');
      expect(only(await found(reference)).state).toBe('confirmed');
    });

    provoked(
      '[X1] an answer lost after the order was made is an unknown outcome, and the order is found in time',
      () => opened?.losingAnswers,
      async (losing) => {
        const reference = newReference();
        expect(codeOf(await losing.createDraft(subject().anOrder(), reference))).toBe('outcome-unknown');
        const { nativeId } = only(await seen(reference, ({ length }) => length > 0));
        if (!losing.capabilities.hasDrafts) return;
        expect(codeOf(await losing.confirm(nativeId))).toBe('outcome-unknown');
        const orders = await seen(reference, ([order]) => order?.state === 'confirmed');
        expect(only(orders).state).toBe('confirmed');
      },
    );

    provoked(
      '[X1] a refused line refuses the whole order, in the words of the system',
      () => opened?.aRefusedOrder,
      async (aRefusedOrder) => {
        const { system } = subject();
        const reference = newReference();
        const created = await system.createDraft(aRefusedOrder(), reference);
        const refused = created.ok ? await system.confirm(created.value.nativeId) : created;
        expect(codeOf(refused)).toBe('system-refused');
        if (!refused.ok) expect(refused.problem.detail).toMatch(/\w+ \w+/);
        expect((await found(reference)).some(({ state }) => state === 'confirmed')).toBe(false);
      },
    );

    provoked(
      '[X1] a system that does not listen is unavailable, which promises that nothing happened',
      () => opened?.down,
      async (down) => {
        const reference = newReference();
        expect(codeOf(await down.createDraft(subject().anOrder(), reference))).toBe('system-unavailable');
        expect(codeOf(await down.findByReference(reference))).toBe('system-unavailable');
        expect(codeOf(await down.confirm('1'))).toBe('system-unavailable');
        expect(codeOf(await down.discardDraft('1'))).toBe('system-unavailable');
        expect(await found(reference)).toEqual([]);
      },
    );

    provoked(
      '[X3] a system that asks for fewer calls is throttled, which promises that nothing happened',
      () => opened?.throttled,
      async (throttled) => {
        const reference = newReference();
        expect(codeOf(await throttled.createDraft(subject().anOrder(), reference))).toBe('system-throttled');
        expect(await found(reference)).toEqual([]);
      },
    );

    provoked(
      '[X1] an order that changed since it was read is stale, and is not confirmed',
      () => opened?.stale,
      async (stale) => {
        const reference = newReference();
        const { nativeId } = await create(reference);
        expect(codeOf(await stale.confirm(nativeId))).toBe('system-stale');
        expect(only(await found(reference)).state).toBe('draft');
      },
    );

    // Last, as a system may slow down or lock an account after it.
    provoked(
      '[X1] a wrong credential is said to be one, and never taken for a refusal of the order',
      () => opened?.wrongCredential,
      async (wrong) => {
        expect(codeOf(await wrong.findByReference(newReference()))).toBe('system-credentials');
      },
    );
  });
}
