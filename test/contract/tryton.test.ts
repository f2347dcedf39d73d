import * as z from 'zod';
import { systemOn } from '#adapters/tryton/system-of-record.ts';
import { wireDecimal } from '#adapters/tryton/wire.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';
import type { InvoiceToBook, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { anErpInvoice, anErpOrderChange } from '#test/builders/an-erp-invoice.ts';
import { anErpOrder } from '#test/builders/an-erp-order.ts';
import { type ErpLine, erpLine, type Fate } from '#test/builders/erp-line.ts';
import {
  type Administrator,
  administrator,
  clientOf,
  seededErp,
  syncedRecords,
  unbuyableProduct,
} from '#test/builders/seeded-erp.ts';
import { systemOfRecordContract } from './system-of-record.ts';
import { newReference, type SystemUnderTest } from './system-under-test.ts';

async function open(): Promise<SystemUnderTest> {
  const erp = await seededErp();
  const admin = administrator(erp);
  await unbuyableProduct(admin, 'TST-BLOCKED');
  const records = await syncedRecords(erp);
  const on = (differing: Parameters<typeof clientOf>[1]) =>
    systemOn({ system: 'tryton', client: clientOf(erp, differing), records, clock: systemClock });
  const system = on({});

  const lines: ErpLine[] = [];
  const through = async (decide: (method: string) => Fate | Promise<Fate>) => {
    const line = await erpLine(erp.url, decide);
    lines.push(line);
    return on({ url: line.url });
  };
  return {
    system,
    ...documentsOf(system),
    bookByHand: { by: (toBook, total) => bookByHand(admin, toBook, total) },
    stillToInvoice: { by: (order, lineNumber) => stillToInvoice(admin, order, lineNumber) },
    losingAnswers: {
      by: await through((method) => (takesEffect.test(method) ? 'lose-answer' : 'pass')),
    },
    down: { by: on({ url: 'http://127.0.0.1:9' }) },
    wrongCredential: { by: on({ credential: { user: 'nobody-here', password: 'wrong' } }) },
    throttled: {
      by: await through((method) => (creates.test(method) ? { status: 429 } : 'pass')),
    },
    stale: { by: await through((method) => changeMeanwhile(admin, method)) },
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

const creates = /(purchase|amendment|invoice)\.create$/;
const takesEffect = /(purchase|amendment|invoice)\.(create|confirm|validate_amendment|post)$/;

function documentsOf(system: SystemOfRecord): Pick<SystemUnderTest, 'orders' | 'amendments' | 'invoices'> {
  const [first, second] = anErpOrder().lines;
  if (!first || !second) throw new Error('the builder makes two lines');
  const blocked = {
    ...second,
    itemId: 'TST-BLOCKED',
    quantity: { value: '10', unit: 'EA' as const },
    baseQuantity: { value: '10', unit: 'EA' as const },
    price: { amount: '3', currency: 'USD' as const, per: { value: '1', unit: 'EA' as const } },
  };
  const confirmed = async () => {
    const order = anErpOrder();
    const { nativeId } = unwrap(await system.purchaseOrders.createDraft(order, newReference()));
    unwrap(await system.purchaseOrders.confirm(nativeId, order));
    return { order, nativeId };
  };
  const amendment = async (itemId?: string) => {
    const order = await confirmed();
    const change = anErpOrderChange(order);
    const { lineNumber, quantity, price } = blocked;
    const other = { action: 'change', lineNumber, itemId: itemId ?? '', quantity, price } as const;
    return {
      ...{ ...order, change: itemId === undefined ? change : { ...change, lines: [...change.lines, other] } },
    };
  };
  const invoice = async () => {
    const order = await confirmed();
    return { invoice: anErpInvoice(order, '4'), orders: [order] };
  };
  return {
    orders: {
      one: async () => anErpOrder(),
      refused: { by: async () => anErpOrder({ lines: [first, blocked] }) },
    },
    amendments: { one: amendment, refused: { by: () => amendment('TST-BLOCKED') } },
    invoices: {
      one: invoice,
      refused: {
        by: async () => {
          const toBook = await invoice();
          const [line] = toBook.invoice.lines;
          const unknown = line ? [{ ...line, lineNumber: 9 }] : [];
          return { ...toBook, invoice: { ...toBook.invoice, lines: [...toBook.invoice.lines, ...unknown] } };
        },
      },
    },
  };
}

const first = z.tuple([z.int()]).rest(z.int());

/** Somebody writes on our youngest draft before the ERP gets the call that lets it take effect. */
async function changeMeanwhile(admin: Administrator, method: string): Promise<Fate> {
  const written: Readonly<Record<string, readonly [model: string, ours: string]>> = {
    'model.purchase.purchase.quote': ['purchase.purchase', 'reference'],
    'model.purchase.amendment.validate_amendment': ['purchase.amendment', 'description'],
    'model.account.invoice.post': ['account.invoice', 'description'],
  };
  const [model, ours = ''] = written[method] ?? [];
  if (model === undefined) return 'pass';
  const drafts = await admin.search(model, [
    ['state', '=', 'draft'],
    [ours, 'like', 'CD-%'],
  ]);
  const [youngest] = first.parse(drafts.toReversed());
  // As it was: what counts is that it was written.
  const [row] = await admin.read(model, [youngest], [ours]);
  await admin.call(model, 'write', [youngest], { [ours]: row?.[ours] });
  return 'pass';
}

/** An invoice of one line, as accounts payable types it. */
async function bookByHand(admin: Administrator, { invoice }: InvoiceToBook, total: string): Promise<string> {
  const one = async (model: string, domain: readonly unknown[]) =>
    first.parse(await admin.search(model, domain))[0];
  const party = await one('party.party', [['code', '=', invoice.supplierId]]);
  const line = {
    ...{ type: 'line', quantity: 1, unit_price: wireDecimal(total), description: 'by hand' },
    account: await one('account.account', [['type.expense', '=', true]]),
  };
  const id = await admin.create('account.invoice', {
    ...{ type: 'in', party, reference: invoice.number },
    invoice_address: await one('party.address', [['party', '=', party]]),
    account: await one('account.account', [
      ['type.payable', '=', true],
      ['party_required', '=', true],
    ]),
    journal: await one('account.journal', [['type', '=', 'expense']]),
    currency: await one('currency.currency', [['code', '=', invoice.currency]]),
    invoice_date: { __class__: 'date', ...dateParts(invoice.issuedOn) },
    lines: [['create', [line]]],
  });
  await admin.call('account.invoice', 'post', [id]);
  return String(id);
}

function dateParts(date: string) {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

const quantityRow = z.object({ quantity: z.number() });

/** What drafts of the ERP itself say of a line. */
async function stillToInvoice(admin: Administrator, order: string, lineNumber: number): Promise<string> {
  const [line] = first.parse(
    await admin.search('purchase.line', [
      ['purchase', '=', Number(order)],
      ['sequence', '=', lineNumber],
    ]),
  );
  const drafts = await admin.search('account.invoice.line', [
    ['origin', '=', `purchase.line,${line}`],
    ['invoice.state', '=', 'draft'],
  ]);
  const rows = z.array(quantityRow).parse(await admin.read('account.invoice.line', drafts, ['quantity']));
  return String(rows.reduce((sum, { quantity }) => sum + quantity, 0));
}

systemOfRecordContract('Tryton', open);
