import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { decimalText } from '#core/kernel/decimal.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import type { DecidedInvoice, Entry } from './model.ts';

const MOST_ENTRIES = 100;

/**
 * What an invoice changes on its orders: what it invoices once it is matched, and that it waits as long as it does.
 * Entries carry the invoice's id, so the same invoice never counts twice. The event that says so is the invoice's own.
 */
export function ledgerChanges(
  ledgers: Iterable<StoredRecord<'order-ledger'>>,
  { invoice, entries, waitsFor }: DecidedInvoice,
): readonly AnyChange[] {
  const counted = invoice.state === 'matched' ? entries : [];
  return [...ledgers].flatMap((stored) => {
    const own = counted.filter(({ purchaseOrderId }) => purchaseOrderId === stored.id);
    return changeTo(stored, withInvoice(stored.body, invoice.id, own, waitsFor.has(stored.id)));
  });
}

/** The same for an invoice that will not be paid: nothing of it is left on its orders. */
export const withdrawal = (
  ledgers: Iterable<StoredRecord<'order-ledger'>>,
  invoiceId: string,
): readonly AnyChange[] =>
  [...ledgers].flatMap((stored) => changeTo(stored, withInvoice(stored.body, invoiceId, [], false)));

function changeTo(stored: StoredRecord<'order-ledger'>, body: OrderLedger): readonly AnyChange[] {
  if (canonicalJson(body) === canonicalJson(stored.body)) return [];
  return [{ type: 'order-ledger', id: stored.id, expect: stored.version, body }];
}

function withInvoice(
  ledger: OrderLedger,
  invoiceId: string,
  entries: readonly Entry[],
  waits: boolean,
): OrderLedger {
  const others = ledger.waitingInvoices.filter((id) => id !== invoiceId);
  const lines = ledger.lines.map((line) => {
    const before = line.invoiced.filter((entry) => entry.invoiceId !== invoiceId);
    const own = entries
      .filter(({ lineNumber }) => lineNumber === line.lineNumber)
      .map(({ quantity, amount }) => ({
        invoiceId,
        quantity: decimalText(quantity),
        amount: decimalText(amount),
      }));
    return { ...line, invoiced: [...before, ...own] };
  });
  return { ...ledger, lines, waitingInvoices: waits ? [...others, invoiceId] : others };
}

/** Whether the orders have room for one more invoice. */
export const hasRoom = (ledgers: Iterable<StoredRecord<'order-ledger'>>): boolean =>
  [...ledgers].every(
    ({ body }) =>
      body.waitingInvoices.length < MOST_ENTRIES &&
      body.lines.every(({ invoiced }) => invoiced.length < MOST_ENTRIES),
  );
