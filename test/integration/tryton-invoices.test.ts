import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import { decimalValue, wireDecimal } from '#adapters/tryton/wire.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import { unwrap } from '#core/kernel/result.ts';
import { externalReference } from '#platform/posting/reference.ts';
import type { InvoiceToBook, OrderInSystem, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { anErpInvoice } from '#test/builders/an-erp-invoice.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import {
  type Administrator,
  administrator,
  clientOf,
  seededErp,
  syncedRecords,
} from '#test/builders/seeded-erp.ts';
import { newReference } from '../contract/system-under-test.ts';

let admin: Administrator;
let system: SystemOfRecord;

beforeAll(async () => {
  const erp = await seededErp();
  admin = administrator(erp);
  const records = await syncedRecords(erp);
  system = systemOn({ system: 'tryton', client: clientOf(erp), records, clock: systemClock });
});

async function confirmedOrder(): Promise<OrderInSystem> {
  const order = anErpOrder();
  const { nativeId } = unwrap(await system.purchaseOrders.createDraft(order, newReference()));
  unwrap(await system.purchaseOrders.confirm(nativeId, order));
  return { order, nativeId };
}

async function booked(toBook: InvoiceToBook): Promise<string> {
  const { nativeId } = unwrap(await system.supplierInvoices.createDraft(toBook, newReference()));
  unwrap(await system.supplierInvoices.confirm(nativeId, toBook));
  return nativeId;
}

const sum = (...amounts: readonly string[]): string =>
  decimalText(amounts.reduce((total, amount) => total + micros(amount), ZERO));

const invoiceRow = z.object({ total_amount: decimalValue, state: z.string(), lines: z.array(z.int()) });
const invoiceInErp = async (id: string) => {
  const [row] = await admin.read('account.invoice', [Number(id)], Object.keys(invoiceRow.shape));
  return invoiceRow.parse(row);
};

const draftRow = z.object({ quantity: z.number(), origin: z.string().nullable() });
/** What the ERP has prepared to be invoiced of an order, line by line. */
async function prepared({ nativeId }: OrderInSystem): Promise<readonly number[]> {
  const drafts = await admin.search('account.invoice.line', [
    ['invoice.purchases', '=', Number(nativeId)],
    ['invoice.state', '=', 'draft'],
  ]);
  const rows = z
    .array(draftRow)
    .parse(await admin.read('account.invoice.line', drafts, ['quantity', 'origin']));
  return rows.map(({ quantity }) => quantity).sort((a, b) => a - b);
}

const freight = (amount: string): Invoice['charges'] => [
  { code: 'D240', description: 'Freight', amount, agreed: true },
];

describe('supplier invoices in the ERP', () => {
  it('[S7] charges are booked beside the goods', async () => {
    const order = await confirmedOrder();
    const goods = anErpInvoice(order, '4');
    const total = sum(goods.total, '12.5');
    const id = await booked({ invoice: { ...goods, charges: freight('12.5'), total }, orders: [order] });
    const { lines, ...head } = await invoiceInErp(id);
    expect(head).toEqual({ total_amount: total, state: 'posted' });
    expect(lines).toHaveLength(2);
  });

  it('[S7] one invoice for two orders leaves of both what is still to come', async () => {
    const [one, other] = [await confirmedOrder(), await confirmedOrder()];
    const [first, second] = [anErpInvoice(one, '4'), anErpInvoice(other, '10')];
    const lines = [...first.lines, ...second.lines.map((line) => ({ ...line, stated: '2' }))];
    const total = sum(first.total, second.total);
    await booked({ invoice: { ...first, lines, total }, orders: [one, other] });
    expect(await prepared(one)).toEqual([6, 10]);
    expect(await prepared(other)).toEqual([10]);
  });

  it('[S7] part after part, an order is invoiced for what it is and no more', async () => {
    const order = await confirmedOrder();
    for (const count of ['4', '5', '1']) {
      await booked({ invoice: anErpInvoice(order, count), orders: [order] });
    }
    expect(await prepared(order)).toEqual([10]);
  });

  it('[S7] a price per piece is booked per case as the order counts', async () => {
    const order = await confirmedOrder();
    const invoice = anErpInvoice(order, '2');
    const [line] = invoice.lines;
    const [ordered] = order.order.lines;
    if (!line || !ordered) throw new Error('the builder makes a line');
    const holds = Number(ordered.baseQuantity.value) / Number(ordered.quantity.value);
    const pieces = String(holds * 2);
    const perPiece = { ...line, quantity: { value: pieces, unit: 'EA' as const } };
    const id = await booked({ invoice: { ...invoice, lines: [perPiece] }, orders: [order] });
    expect((await invoiceInErp(id)).total_amount).toBe(invoice.total);
    expect(await prepared(order)).toEqual([8, 10]);
  });

  it('[S7] a credit note takes back, and what it takes back is to be invoiced again', async () => {
    const order = await confirmedOrder();
    await booked({ invoice: anErpInvoice(order, '10'), orders: [order] });
    const credit = anErpInvoice(order, '-2', { kind: 'credit_note' });
    const id = await booked({ invoice: credit, orders: [order] });
    expect((await invoiceInErp(id)).total_amount).toBe(credit.total);
    expect(await prepared(order)).toEqual([2, 10]);
  });

  it('[S7] taxes are as the ERP computes them: an invoice that states them is booked, one that does not is refused', async () => {
    const order = await confirmedOrder();
    await withTax(order, async () => {
      const invoice = anErpInvoice(order, '10');
      const tax = decimalText((micros(invoice.total) + 5n) / 10n);
      const without = { invoice, orders: [order] };
      const { nativeId } = unwrap(await system.supplierInvoices.createDraft(without, newReference()));
      const refused = await system.supplierInvoices.confirm(nativeId, without);
      expect(refused).toMatchObject({ ok: false, problem: { code: 'system-refused' } });
      unwrap(await system.supplierInvoices.discardDraft(nativeId));
      const total = sum(invoice.total, tax);
      await booked({ invoice: { ...invoice, tax, total }, orders: [order] });
    });
  });

  it('[S7] what somebody in accounts payable is entering is not touched', async () => {
    const order = await confirmedOrder();
    const [draft] = await admin.search('account.invoice', [['purchases', '=', Number(order.nativeId)]]);
    const invoice = anErpInvoice(order, '4');
    await admin.call('account.invoice', 'write', [draft], { reference: invoice.number });
    const reference = externalReference('f'.repeat(64));
    expect(await system.supplierInvoices.createDraft({ invoice, orders: [order] }, reference)).toMatchObject({
      ok: false,
      problem: { code: 'system-refused', detail: expect.stringContaining('Somebody has entered') },
    });
    expect(await prepared(order)).toEqual([10, 10]);
  });
});

/** While `run` runs, 10 % tax is due on the first line of the order. */
async function withTax({ nativeId }: OrderInSystem, run: () => Promise<void>): Promise<void> {
  const [account] = await admin.search('account.account', [
    ['type.statement', '=', 'balance'],
    ['closed', '!=', true],
    ['deferral', '=', true],
    ['party_required', '=', false],
  ]);
  const tax = await admin.create('account.tax', {
    ...{ name: 'Ten', description: 'Ten per cent', type: 'percentage', rate: wireDecimal('0.1') },
    ...{ invoice_account: account, credit_note_account: account },
  });
  const [line] = await admin.search('purchase.line', [['purchase', '=', Number(nativeId)]]);
  const categories = await admin.search('product.category', [['accounting', '=', true]]);
  await admin.call('product.category', 'write', categories, { supplier_taxes: [['add', [tax]]] });
  try {
    await admin.call('purchase.line', 'write', [line], { taxes: [['add', [tax]]] });
    await run();
  } finally {
    await admin.call('product.category', 'write', categories, { supplier_taxes: [['remove', [tax]]] });
  }
}
