import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { ShippedLine } from './judge-shipment.ts';
import { shippedOnOf } from './judge-shipment.ts';
import { receivedByShipment } from './shipped-ledger.ts';

/** Leads from the number a partner gave a ship notice to the shipment. */
export const shipmentOfPartner = (partnerId: string, number: string): Identifier => ({
  scheme: `shipment-of:${partnerId}`,
  value: number,
});

/** One order of a shipment: its ledger, and what is shipped of it. */
export interface ShippedOrder {
  readonly ledger: OrderLedger;
  readonly lines: readonly ShippedLine[];
}

export interface ShipmentHead {
  readonly id: string;
  readonly partnerId: string;
  readonly supplierId: string;
  readonly ordinal: string;
  readonly at: Instant;
  readonly packs: number;
  /** The shipment whose place it takes. */
  readonly replaces: string | undefined;
}

/** What the warehouse is to expect by a notice. */
export function expectedShipment(
  notice: ShipNotice,
  { id, partnerId, supplierId, ordinal, at, packs, replaces }: ShipmentHead,
  orders: readonly ShippedOrder[],
): ExpectedShipment {
  const shippedOn = shippedOnOf(notice);
  const expectedOn = orders
    .flatMap(({ lines }) => lines.map((line) => line.expectedOn ?? ''))
    .sort()
    .at(-1);
  const isCancelled = notice.purpose.meaning === 'cancellation';
  return {
    id,
    supplierId,
    partnerId,
    number: notice.number,
    state: isCancelled ? 'cancelled' : 'expected',
    ...(shippedOn && { shippedOn }),
    ...(expectedOn && { expectedOn }),
    packs,
    ...(replaces && { replaces }),
    lines: orders.flatMap(({ ledger, lines }) => lines.map((line) => shipmentLine(ledger, line))),
    identifiers: [shipmentOfPartner(partnerId, notice.number)],
    provenance: { system: 'crossdock', documentId: id, sourceVersion: ordinal, receivedAt: at },
  };
}

/** What one record holds, with room for what arrives. */
const MOST_LINES = 1000;
const MOST_BYTES = 350 * 1024;

/** Why a shipment cannot be kept: its supplier has to announce it in parts. */
export function whyTooLarge({ lines }: ExpectedShipment): string | undefined {
  if (lines.length > MOST_LINES) return `it ships ${lines.length} order lines; ${MOST_LINES} are taken`;
  const bytes = Buffer.byteLength(JSON.stringify(lines));
  if (bytes <= MOST_BYTES) return undefined;
  return `its lines and lots have ${bytes} bytes; ${MOST_BYTES} are taken`;
}

function shipmentLine(
  { id, lines }: OrderLedger,
  { lineNumber, itemId, quantity, lots }: ShippedLine,
): ExpectedShipment['lines'][number] {
  const unit = lines.find((line) => line.lineNumber === lineNumber)?.baseQuantity.unit ?? 'EA';
  return {
    purchaseOrderId: id,
    lineNumber,
    itemId,
    quantity: { value: decimalText(quantity), unit },
    received: '0',
    lots: [...lots],
  };
}

/** The shipment with what has arrived of one order by its ledger. */
export function receivedShipment(shipment: ExpectedShipment, ledger: OrderLedger): ExpectedShipment {
  if (shipment.state === 'cancelled' || shipment.state === 'replaced') return shipment;
  const lines = shipment.lines.map((line) => {
    if (line.purchaseOrderId !== ledger.id) return line;
    const known = ledger.lines.find(({ lineNumber }) => lineNumber === line.lineNumber);
    const arrived = known && receivedByShipment(known).get(shipment.id);
    return { ...line, received: decimalText(arrived ?? ZERO) };
  });
  const some = lines.some(({ received }) => micros(received) > ZERO);
  const all = lines.every(({ received, quantity }) => micros(received) >= micros(quantity.value));
  return { ...shipment, lines, state: all && some ? 'received' : some ? 'part_received' : 'expected' };
}
