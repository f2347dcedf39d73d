import type { CountedItem } from '#core/canonical/base-units.ts';
import { orderOfPartner } from '#core/canonical/order-ledger.ts';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import type { InvoiceLine, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { itemCodesOf } from '../purchasing/item-codes.ts';
import { firstUnknown, type Refusal } from '../purchasing/refused-document.ts';
import { type InvoiceContext, MOST_CHARGES, MOST_LINES, MOST_ORDERS } from './model.ts';
import type { FinancePorts } from './ports.ts';
import { invoiceNumberKey } from './rules/duplicate-key.ts';
import { signed } from './rules/signs.ts';

/** What stands in the way of comparing an invoice at all: why it is rejected, or the item's code nobody knows. */
export type Obstacle =
  | { readonly kind: 'rejected'; readonly refusal: Refusal }
  | { readonly kind: 'parked'; readonly theirs: string };

export type Gathered = { readonly kind: 'context'; readonly context: InvoiceContext } | Obstacle;

/**
 * Gather what an invoice is compared with.
 * 1. Read what it says, and turn its signs our way.
 * 2. Find the orders it names, by the partner's numbers; a credit may name the invoice it is about instead.
 * 3. Find our item for every line that its order does not tell.
 * 4. Read how those items are counted, and which earlier invoices a person let pass.
 * Problems: `not-found` when the document or the agreement is gone.
 */
export async function gatherContext(
  ports: FinancePorts,
  document: StoredRecord<'partner-document'>,
): Promise<Result<Gathered>> {
  const { partnerId } = document.body;
  const read = await readPartnerDocument(ports.objects, document.body, 'supplier-invoice');
  if (!read.ok) return read;
  const stated = await withOrderOfInvoice(ports, document.body.supplierId, signed(read.value));
  const tooLarge = whyTooLarge(stated);
  if (tooLarge !== undefined) return ok(rejected('validation-failed', tooLarge));
  const agreement = await ports.settings.get('partner', partnerId);
  if (!agreement) return fail(problem('not-found', `There is no agreement with partner ${partnerId}.`));
  const ledgers = await ledgersOf(ports, partnerId, stated);
  if (ledgers.size === 0) {
    const numbers = stated.orders.map(({ number }) => number).join(', ');
    const message = numbers === '' ? 'It names no order.' : `We have no order ${numbers} with this partner.`;
    return ok(rejected('order-unknown', message));
  }
  const codes = await itemCodesOf(
    ports.records,
    partnerId,
    stated.lines.flatMap(({ item }) => item),
  );
  const theirs = firstUnknown(
    codes,
    stated.lines.filter(needsItem).map(({ item }) => item),
  );
  if (theirs !== undefined) return ok({ kind: 'parked', theirs });
  const itemIds = stated.lines.map(({ item }) => codes.itemOf(item));
  const items = await countedItems(ports, ledgers);
  const overridden = await overriddenAmong(ports, ledgers, document.id);
  const value = { document, stated, agreement: agreement.value, ledgers, itemIds, items, overridden };
  return ok({ kind: 'context', context: value });
}

/** The code of an invoice's number among references, in both standards (X12 128, EDIFACT 1153). */
const INVOICE_NUMBER = 'IV';

/** What names no order is for the one order of the invoice it refers to; what names one is left as it is. */
async function withOrderOfInvoice(
  { records }: FinancePorts,
  supplierId: string,
  stated: SupplierInvoice,
): Promise<SupplierInvoice> {
  const named = stated.references.find(({ code }) => code === INVOICE_NUMBER)?.value;
  const hasOrder = stated.orders.length > 0 || stated.lines.some(({ order }) => order !== undefined);
  if (named === undefined || hasOrder) return stated;
  const invoice = await records.findByIdentifier('invoice', invoiceNumberKey(supplierId, named));
  const [orderId, ...others] = new Set(invoice?.body.lines.map(({ purchaseOrderId }) => purchaseOrderId));
  if (orderId === undefined || others.length > 0) return stated;
  const ledger = await records.get('order-ledger', orderId);
  if (!ledger) return stated;
  const order = { number: ledger.body.orderNumber };
  return { ...stated, orders: [order], lines: stated.lines.map((line) => ({ ...line, order })) };
}

const rejected = (code: Refusal['code'], message: string): Obstacle => ({
  kind: 'rejected',
  refusal: { code, at: 'the invoice', message },
});

function whyTooLarge({ lines, orders, allowancesAndCharges }: SupplierInvoice): string | undefined {
  const all = [...allowancesAndCharges, ...lines.flatMap((line) => line.allowancesAndCharges)];
  const codes = new Set(all.map(({ kind, code }) => `${kind}#${code}`)).size;
  if (lines.length > MOST_LINES) return `It has ${lines.length} lines; ${MOST_LINES} are taken.`;
  if (orders.length > MOST_ORDERS) return `It is for ${orders.length} orders; ${MOST_ORDERS} are taken.`;
  if (codes > MOST_CHARGES) return `It has ${codes} kinds of charges; ${MOST_CHARGES} are taken.`;
  return undefined;
}

type Ledgers = InvoiceContext['ledgers'];

async function ledgersOf(
  { records }: FinancePorts,
  partnerId: string,
  { orders, lines }: SupplierInvoice,
): Promise<Ledgers> {
  const named = [...orders, ...lines.flatMap(({ order }) => order ?? [])].map(({ number }) => number);
  const numbers = [...new Set(named)].slice(0, MOST_ORDERS);
  const found = await Promise.all(
    numbers.map((number) => records.findByIdentifier('order-ledger', orderOfPartner(partnerId, number))),
  );
  return new Map(found.flatMap((ledger, index) => (ledger ? [[numbers[index] ?? '', ledger] as const] : [])));
}

/** Whether only the item can lead an invoice line to the line of its order. */
const needsItem = ({ order }: InvoiceLine): boolean => order !== undefined && order.line === undefined;

async function countedItems(
  { records }: FinancePorts,
  ledgers: Ledgers,
): Promise<ReadonlyMap<string, CountedItem>> {
  const ids = new Set([...ledgers.values()].flatMap(({ body }) => body.lines.map(({ itemId }) => itemId)));
  const items = await records.getMany('item', [...ids]);
  return new Map(items.map(({ id, body }) => [id, body]));
}

async function overriddenAmong(
  { records }: FinancePorts,
  ledgers: Ledgers,
  own: string,
): Promise<ReadonlySet<string>> {
  const invoiced = [...ledgers.values()].flatMap(({ body }) => body.lines.flatMap((line) => line.invoiced));
  const ids = new Set(invoiced.map(({ invoiceId }) => invoiceId).filter((id) => id !== own));
  const invoices = await records.getMany('invoice', [...ids]);
  return new Set(invoices.filter(({ body }) => body.overriddenBy !== undefined).map(({ id }) => id));
}
