import { blockOverdueInvoices } from '#business/finance/block-overdue-invoices.ts';
import {
  overrideInvoice,
  rejectInvoice,
  reprocessInvoice,
} from '#business/finance/decide-blocked-invoice.ts';
import { matchInvoice } from '#business/finance/match-invoice.ts';
import { rematchWaitingInvoices } from '#business/finance/rematch-invoice.ts';
import type { Exception } from '#core/canonical/exception.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { type LedgerLine, type OrderLedger, orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { keepCanonical } from '#core/canonical/partner-documents.ts';
import type { InvoiceLine, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import type { Records } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { anItem } from '#test/builders/replenishment-room.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

export const correlationId = 'cor-finance-room';
const PARTNER = 'nordbolt';

/** What is agreed with the one partner here. */
const anAgreement = (differing: Partial<PartnerAgreement>): PartnerAgreement =>
  aPartnerAgreement({ id: PARTNER, agreedCharges: [{ code: 'D240', atMost: '50' }], ...differing });

/** 480 bolts at 12.50 EUR per 100. */
export const aLedgerLine = (differing: Partial<LedgerLine> = {}): LedgerLine => ({
  lineNumber: 1,
  itemId: 'I1',
  quantity: { value: '10', unit: 'XCS' },
  baseQuantity: { value: '480', unit: 'EA' },
  price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
  requestedDate: '2026-12-07',
  cancelled: false,
  shipped: [],
  received: [],
  invoiced: [],
  ...differing,
});

export const aLedger = (differing: Partial<OrderLedger> = {}): OrderLedger => {
  const orderNumber = differing.orderNumber ?? 'PO100';
  return {
    id: `po-${orderNumber}`,
    supplierId: 'S1',
    partnerId: PARTNER,
    channel: 'api',
    orderNumber,
    system: 'tryton',
    locationId: 'HAM',
    currency: 'EUR',
    orderDate: '2026-11-23',
    cancelled: false,
    answer: { state: 'accepted' },
    change: { sequence: 0 },
    waitingInvoices: [],
    lines: [aLedgerLine()],
    identifiers: [orderOfPartner(PARTNER, orderNumber)],
    ...differing,
  };
};

/** All of order PO100 line 1: 480 bolts for 60 EUR. */
export const anInvoiceLine = (differing: Partial<InvoiceLine> = {}): InvoiceLine => ({
  lineNumber: '1',
  order: { number: 'PO100', line: '1' },
  item: [{ scheme: 'buyer-item', value: 'I1' }],
  quantity: { value: '480', unit: 'EA' },
  price: { amount: '12.5', per: { value: '100', unit: 'EA' } },
  allowancesAndCharges: [],
  taxes: [],
  references: [],
  dates: [],
  ...differing,
});

export const anInvoice = (differing: Partial<SupplierInvoice> = {}): SupplierInvoice => ({
  standard: 'crossdock',
  number: 'R-1',
  kind: 'invoice',
  issuedOn: '2026-12-08',
  currency: 'EUR',
  orders: [{ number: 'PO100' }],
  parties: [],
  references: [],
  dates: [],
  terms: [],
  lines: [anInvoiceLine()],
  allowancesAndCharges: [],
  taxes: [],
  totals: { invoice: '60' },
  notes: [],
  ...differing,
});

const documentOf = (id: string, canonicalKey: string, number: string): PartnerDocument => ({
  id,
  direction: 'in',
  channel: 'api',
  kind: 'supplier-invoice',
  state: 'received',
  partnerId: PARTNER,
  supplierId: 'S1',
  agreementVersion: 1,
  canonicalKey,
  number,
  ordinal: `2026-12-08T08:00:00.000Z#api#${id}`,
  findings: [],
  test: false,
  at: '2026-12-08T08:00:00.000Z',
});

const arrived = (partnerDocumentId: string) =>
  ({
    name: 'partner-document-received',
    data: { partnerDocumentId, partnerId: PARTNER, kind: 'supplier-invoice' },
  }) as const;

/** Items, orders and an agreement, with what receives goods and invoices. */
export function financeRoom() {
  const clock = fixedClock('2026-12-08T08:00:00.000Z');
  const records = memoryRecords({ clock });
  const objects = memoryObjects();
  const settings = memorySettings().put('partner', anAgreement({}), PARTNER);
  const ports = { records, objects, settings, clock };
  const room = {
    ...ports,
    agree: (differing: Partial<PartnerAgreement>) => settings.put('partner', anAgreement(differing), PARTNER),
    /** Orders, and an item for each of their lines: bolts in cases of 48. */
    order: async (...ledgers: readonly OrderLedger[]) => {
      for (const ledger of ledgers) {
        for (const { itemId } of ledger.lines) {
          if (await records.get('item', itemId)) continue;
          const body = anItem({ id: itemId });
          unwrap(
            await records.commit({
              changes: [{ type: 'item', id: itemId, expect: 'absent', body }],
              correlationId,
            }),
          );
        }
        const change = { type: 'order-ledger', id: ledger.id, expect: 'absent', body: ledger } as const;
        unwrap(await records.commit({ changes: [change], correlationId }));
      }
    },
    /** Goods of one line arrive. */
    receive: (receiptId: string, good: string, at: { orderNumber?: string; lineNumber?: number } = {}) =>
      receive(records, { receiptId, good, orderNumber: 'PO100', lineNumber: 1, ...at }),
    /** The order is changed to another price per 100. */
    reprice: async (amount: string) => {
      const stored = await records.get('order-ledger', 'po-PO100');
      if (!stored) throw new Error('no order');
      const price = { amount, currency: 'EUR', per: { value: '100', unit: 'EA' } } as const;
      const body = { ...stored.body, lines: stored.body.lines.map((line) => ({ ...line, price })) };
      const change = { type: 'order-ledger', id: body.id, expect: stored.version, body } as const;
      unwrap(await records.commit({ changes: [change], correlationId }));
    },
    hearReceipt: (orderNumber = 'PO100') =>
      rematchWaitingInvoices(ports, { purchaseOrderId: `po-${orderNumber}`, correlationId }),
    /** An invoice arrives and is not worked on yet. */
    deliver: async (id: string, invoice: SupplierInvoice) => {
      const key = await keepCanonical(objects, id, JSON.stringify(invoice));
      const body = documentOf(id, key, invoice.number);
      unwrap(
        await records.commit({
          changes: [{ type: 'partner-document', id, expect: 'absent', body, events: [arrived(id)] }],
          correlationId,
        }),
      );
    },
    match: (id: string) => matchInvoice(ports, { partnerDocumentId: id, correlationId }),
    /** An invoice arrives and is matched; the state it comes to. */
    invoice: async (id: string, differing: Partial<SupplierInvoice> = {}) => {
      await room.deliver(id, anInvoice(differing));
      return unwrap(await room.match(id)).state;
    },
    invoiceOf: async (id: string) => {
      const stored = await records.get('invoice', id);
      if (!stored) throw new Error(`no invoice ${id}`);
      return stored.body;
    },
    ledgerOf: async (orderNumber = 'PO100') => {
      const stored = await records.get('order-ledger', `po-${orderNumber}`);
      if (!stored) throw new Error(`no order ${orderNumber}`);
      return stored.body;
    },
    sweep: () => blockOverdueInvoices(ports),
    exceptions: async (state: 'open' | 'resolved' = 'open') =>
      (
        await records.list('exception', {
          list: 'exceptions',
          scope: `accounts_payable#${state}`,
          limit: 100,
        })
      ).entries,
    /** Accounts payable decides about the open exception, of one invoice where there are several. */
    decide: async (action: 'override' | 'reject' | 'reprocess', invoiceId?: string) => {
      const all = await room.exceptions();
      const open = all.find(({ body }) => invoiceId === undefined || body.about.invoiceId === invoiceId);
      if (!open) throw new Error('no open exception');
      const resolution = { action, by: 'ap-desk', at: clock.now(), reason: 'As agreed by phone.' };
      const body: Exception = { ...open.body, state: 'resolved', resolution };
      const change = { type: 'exception', id: open.id, expect: open.version, body } as const;
      unwrap(await records.commit({ changes: [change], correlationId }));
      const exception = await records.get('exception', open.id);
      if (!exception) throw new Error('the exception is gone');
      return unwrap(await decisions[action](ports, exception)).state;
    },
  };
  return room;
}

const decisions = { override: overrideInvoice, reject: rejectInvoice, reprocess: reprocessInvoice };

export interface Arrival {
  readonly receiptId: string;
  readonly good: string;
  readonly orderNumber: string;
  readonly lineNumber: number;
}

/** What applying a goods receipt leaves on an order: once a receipt. */
export async function receive(
  records: Pick<Records, 'get' | 'commit'>,
  { receiptId, good, orderNumber, lineNumber }: Arrival,
): Promise<void> {
  const id = `po-${orderNumber}`;
  const stored = await records.get('order-ledger', id);
  if (!stored) throw new Error(`no order ${id}`);
  const lines = stored.body.lines.map((line) =>
    line.lineNumber === lineNumber && !line.received.some((entry) => entry.receiptId === receiptId)
      ? { ...line, received: [...line.received, { receiptId, good, damaged: '0', receivedOn: '2026-12-08' }] }
      : line,
  );
  const data = { purchaseOrderId: id, what: 'received', documentId: receiptId };
  unwrap(
    await records.commit({
      changes: [
        {
          type: 'order-ledger',
          id,
          expect: stored.version,
          body: { ...stored.body, lines },
          events: [{ name: 'order-progressed', data }],
        },
      ],
      correlationId,
    }),
  );
}
