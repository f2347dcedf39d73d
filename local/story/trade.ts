import type { Exception } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ListName } from '#core/canonical/record-lists.ts';
import type { RecordBody, RecordType } from '#core/canonical/record-schemas.ts';
import type { ExpectedShipment, Invoice } from '#core/canonical/supplier-flow.ts';
import type { Records } from '#core/kernel/records.ts';
import { writerTo } from '../erp-seed/erp-writer.ts';
import { phase, type Say } from '../progress.ts';
import type { RunningStack } from '../raise-stack.ts';
import { type ArrivedLine, receiveGoods } from '../warehouse/receive-goods.ts';
import { SYSTEM } from './configure.ts';
import { eventually } from './eventually.ts';
import type { People } from './people.ts';
import type { Eyes } from './prepare.ts';
import { type Explained, explainCodes } from './repair.ts';
import { syncNow } from './sync.ts';

const ANSWERED_WITHIN = 240;
const RECEIVED_WITHIN = 120;
const INVOICED_WITHIN = 240;

/** What came of the orders to suppliers that speak EDI. */
export interface Traded {
  readonly ledgers: readonly OrderLedger[];
  readonly shipments: readonly ExpectedShipment[];
  readonly invoices: readonly Invoice[];
  readonly exceptions: readonly Exception[];
  readonly explained: Explained;
}

export interface TradeOptions {
  readonly stack: RunningStack;
  readonly eyes: Eyes;
  readonly people: People;
  /** Ids of the orders. */
  readonly orders: readonly string[];
  readonly say: Say;
}

/**
 * From orders in the ERP to invoices in the ERP.
 * 1. The orders went out by EDI: wait for acknowledgements, ship notices and invoices to come back and be matched.
 * 2. The warehouse receives what was shipped, one piece damaged; Crossdock hears of it.
 * 3. A steward explains a code of a supplier that nobody knew; the documents that waited for it go on.
 * 4. Invoices that waited for their goods are matched again, and posted or blocked.
 */
export async function trade({ stack, eyes, people, orders, say }: TradeOptions): Promise<Traded> {
  const { records } = eyes;
  const answered = await phase('Suppliers answer by EDI, ship and invoice', say, () =>
    untilAnswered(records, orders),
  );
  const suppliers = [...new Set(answered.map(({ supplierId }) => supplierId))];
  const shipments = await untilShipped(records, answered, suppliers);
  await phase('The warehouse receives what was shipped; one case is damaged', say, async () => {
    await receiveAll(stack, records, answered, shipments);
    await syncNow(stack.outputs, 'SyncGoodsReceipts');
    await untilReceived(records, answered);
  });
  const explained = await explainCodes(eyes, people, await openExceptions(records), say);
  const invoices = await phase('Invoices are matched with order and receipt, and posted', say, () =>
    untilInvoiced(records, suppliers),
  );
  return {
    ledgers: await ledgersOf(records, orders),
    shipments: await all(records, 'expected-shipment', 'shipments-by-supplier', suppliers),
    invoices,
    explained,
    exceptions: await openExceptions(records),
  };
}

async function ledgersOf(records: Records, orders: readonly string[]): Promise<OrderLedger[]> {
  const stored = await records.getMany('order-ledger', orders);
  return stored.map(({ body }) => body).filter(({ channel }) => channel === 'edi');
}

const ANSWERED = ['accepted', 'differs', 'rejected', 'held'];

function untilAnswered(records: Records, orders: readonly string[]): Promise<OrderLedger[]> {
  return eventually("The suppliers' answers", ANSWERED_WITHIN, async () => {
    const ledgers = await ledgersOf(records, orders);
    const open = ledgers.filter(({ answer }) => !ANSWERED.includes(answer.state));
    if (ledgers.length === 0) return { notYet: 'no order has gone to a supplier by EDI.' };
    return open.length === 0
      ? { seen: ledgers }
      : { notYet: `${open.length} of ${ledgers.length} orders have no answer.` };
  });
}

function untilShipped(
  records: Records,
  ledgers: readonly OrderLedger[],
  suppliers: readonly string[],
): Promise<ExpectedShipment[]> {
  return eventually('The ship notices', ANSWERED_WITHIN, async () => {
    const shipments = await all(records, 'expected-shipment', 'shipments-by-supplier', suppliers);
    const announced = new Set(shipments.flatMap(({ lines }) => lines.map((line) => line.purchaseOrderId)));
    const missing = ledgers.filter(({ id, answer }) => answer.state !== 'rejected' && !announced.has(id));
    return missing.length === 0
      ? { seen: shipments }
      : { notYet: `${missing.length} of ${ledgers.length} orders are not announced.` };
  });
}

/** Everything that was announced arrives, in the order's unit; of the first line of all, one is damaged. */
async function receiveAll(
  stack: RunningStack,
  records: Records,
  ledgers: readonly OrderLedger[],
  shipments: readonly ExpectedShipment[],
): Promise<void> {
  const erp = writerTo(stack.erp);
  let damaged = 1;
  for (const ledger of ledgers) {
    const order = await records.get('purchase-order', ledger.id);
    const native = order?.body.identifiers.find(({ scheme }) => scheme === `${SYSTEM}:purchase-order`);
    if (!native) throw new Error(`Order ${ledger.orderNumber} has no number of the ERP.`);
    const arrived = ledger.lines.flatMap((line): ArrivedLine[] => {
      const holds = Number(line.baseQuantity.value) / Number(line.quantity.value);
      const quantity = shippedOf(shipments, ledger.id, line.lineNumber) / holds;
      if (quantity === 0) return [];
      const broken = quantity > damaged ? damaged : 0;
      damaged -= broken;
      return [{ lineNumber: line.lineNumber, quantity, damaged: broken }];
    });
    if (arrived.length > 0) await receiveGoods(erp, Number(native.value), arrived);
  }
}

/** In the item's base unit. */
const shippedOf = (shipments: readonly ExpectedShipment[], order: string, lineNumber: number): number =>
  shipments
    .flatMap(({ lines }) => lines)
    .filter((line) => line.purchaseOrderId === order && line.lineNumber === lineNumber)
    .reduce((sum, { quantity }) => sum + Number(quantity.value), 0);

function untilReceived(records: Records, before: readonly OrderLedger[]): Promise<void> {
  const ids = before.map(({ id }) => id);
  return eventually('The receipts', RECEIVED_WITHIN, async () => {
    const ledgers = await ledgersOf(records, ids);
    const lines = ledgers.flatMap((ledger) => ledger.lines);
    const missing = lines.filter(({ shipped, received }) => shipped.length > 0 && received.length === 0);
    return missing.length === 0
      ? { seen: undefined }
      : { notYet: `${missing.length} of ${lines.length} lines that were shipped are not received.` };
  });
}

function untilInvoiced(records: Records, suppliers: readonly string[]): Promise<Invoice[]> {
  return eventually('The invoices', INVOICED_WITHIN, async () => {
    const invoices = await all(records, 'invoice', 'invoices-by-supplier', suppliers);
    const open = invoices.filter(({ state }) => state === 'matched' || state === 'waiting_for_receipt');
    if (invoices.length === 0) return { notYet: 'none has come.' };
    return open.length === 0
      ? { seen: invoices }
      : { notYet: `${open.length} of ${invoices.length} are ${open[0]?.state.replaceAll('_', ' ')}.` };
  });
}

const owners = ['buyer', 'edi_coordinator', 'receiving', 'accounts_payable', 'steward', 'ops'] as const;

/** What waits for people now. */
export const openExceptions = (records: Records): Promise<Exception[]> =>
  all(
    records,
    'exception',
    'exceptions',
    owners.map((owner) => `${owner}#open`),
  );

async function all<T extends RecordType>(
  records: Records,
  type: T,
  list: ListName,
  scopes: readonly string[],
): Promise<RecordBody<T>[]> {
  const found: RecordBody<T>[] = [];
  for (const scope of scopes) {
    let cursor: string | undefined;
    do {
      const page = await records.list(type, { list, scope, limit: 500, ...(cursor ? { cursor } : {}) });
      found.push(...page.entries.map(({ body }) => body));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return found;
}
