/** What the conformance kit of systems of record works on, and its tools. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Result } from '#core/kernel/result.ts';
import { externalReference } from '#platform/posting/reference.ts';
import type { InvoiceToBook, OrderAmendment, SystemOfRecord } from '#platform/posting/system-of-record.ts';

/** Something the kit needs the system to do to it; or why this system cannot be brought to it. */
export type Provoked<T> = { readonly by: T } | { readonly cannot: string };

export interface DocumentsUnderTest<D> {
  /** One that the system takes; a new one each time. */
  readonly one: () => Promise<D>;
  /** One of which the system refuses a part and would take the rest. */
  readonly refused: Provoked<() => Promise<D>>;
}

export interface SystemUnderTest {
  readonly system: SystemOfRecord;
  /** Orders of at least two lines. */
  readonly orders: DocumentsUnderTest<PurchaseOrder>;
  /** Each changes the quantity of the first line of a confirmed order. */
  readonly amendments: DocumentsUnderTest<OrderAmendment>;
  /** Each of a part of a confirmed order. */
  readonly invoices: DocumentsUnderTest<InvoiceToBook>;
  /** Somebody books this invoice without us, for as much as is said; answers its native id. */
  readonly bookByHand: Provoked<(toBook: InvoiceToBook, total: string) => Promise<string>>;
  /** What of an order line the system expects to be invoiced still; in the unit of the order. */
  readonly stillToInvoice: Provoked<(nativeOrderId: string, lineNumber: number) => Promise<string>>;
  /** The adapter on a line that loses the answer after the system has done what was asked. */
  readonly losingAnswers: Provoked<SystemOfRecord>;
  /** The adapter where nothing listens. */
  readonly down: Provoked<SystemOfRecord>;
  /** The adapter with a wrong credential. Used once, so that no account is locked. */
  readonly wrongCredential: Provoked<SystemOfRecord>;
  /** The adapter while the system asks for fewer calls. */
  readonly throttled: Provoked<SystemOfRecord>;
  /** Changes a document in the system behind the adapter's back, between its reading and its confirming. */
  readonly stale: Provoked<SystemOfRecord>;
  readonly close: () => Promise<void>;
}

export const newReference = (): string => externalReference(randomBytes(32).toString('hex'));
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);
export const only = <T>(entries: readonly T[]): T => {
  expect(entries).toHaveLength(1);
  return entries[0] as T;
};

/** Run `test` when the system can be provoked; otherwise a skipped test says why not. */
export function provoked<T>(
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
