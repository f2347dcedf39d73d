import { baseUnitsIn } from '#core/canonical/base-units.ts';
import type { Provenance } from '#core/canonical/provenance.ts';
import {
  type PurchaseOrder,
  type PurchaseOrderLine,
  purchaseOrderSchema,
} from '#core/canonical/purchase-order.ts';
import { decimalText, type Micros, micros, multiply, parseDecimal } from '#core/kernel/decimal.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import type { KnownMasters } from '../master-data/known-masters.ts';
import { type Complete, complete } from '../master-data/rules/incomplete.ts';
import { unconvertible } from '../master-data/rules/unit-mismatch.ts';
import { unknownReferences } from '../master-data/rules/unknown-reference.ts';
import type { SystemPurchaseOrder, SystemPurchaseOrderLine } from './ports.ts';

export interface MirrorContext {
  /** Id of the record. */
  readonly id: string;
  /** Our record of it so far. */
  readonly stored: PurchaseOrder | undefined;
  readonly masters: KnownMasters;
  readonly provenance: Provenance;
}

/**
 * Our record of an order as the system has it now, or the reasons why there can be none. What the system does not
 * know stays as it was: where the order came from, its proposals, the dates we asked for and were first promised.
 */
export function mirroredOrder(given: SystemPurchaseOrder, context: MirrorContext): Complete<PurchaseOrder> {
  const { id, stored, provenance } = context;
  const faults = [...partnerFaults(given, context.masters), ...given.lines.flatMap(lineFaultsWith(context))];
  if (faults.length > 0) return { reasons: faults.slice(0, 8) };
  const { refusal: _overcome, ...known } = stored ?? { type: 'standard', origin: 'system', identifiers: [] };
  const own = { scheme: `${provenance.system}:purchase-order`, value: given.nativeId };
  const others = known.identifiers.filter(
    ({ scheme, value }) => scheme !== own.scheme || value !== own.value,
  );
  return complete(purchaseOrderSchema, {
    ...known,
    id,
    state: given.state,
    system: provenance.system,
    ...(given.number === undefined ? {} : { number: given.number }),
    supplierId: given.supplierId,
    locationId: given.locationId,
    lines: given.lines.map((line) => mirroredLine(line, given, context)),
    total: given.total,
    orderDate: given.orderDate,
    identifiers: [...others, own],
    provenance,
  });
}

function mirroredLine(
  line: SystemPurchaseOrderLine,
  { state, orderDate }: SystemPurchaseOrder,
  { stored, masters }: MirrorContext,
): unknown {
  const { lineNumber, itemId, quantity, price, promisedDate } = line;
  const before = sameLine(stored, line);
  const item = masters.item(itemId ?? '');
  const isOver = state === 'received' || state === 'cancelled';
  const holds = holdsOf(item, quantity.unit);
  const asked = stored?.origin === 'crossdock' ? before?.requestedDate : undefined;
  return {
    lineNumber,
    itemId,
    quantity,
    baseQuantity: { value: inBase(quantity.value, holds), unit: item?.body.baseUnit },
    openQuantity: isOver ? '0' : inBase(line.openQuantity, holds),
    price,
    requestedDate: asked ?? line.requestedDate ?? before?.requestedDate ?? promisedDate ?? orderDate,
    firstPromisedDate: before?.firstPromisedDate ?? promisedDate,
    lastPromisedDate: promisedDate ?? before?.lastPromisedDate,
    proposalId: before?.proposalId,
  };
}

/** The same number and the same item: a line that a buyer gave another item is a new one. */
const sameLine = (
  order: PurchaseOrder | undefined,
  { lineNumber, itemId }: SystemPurchaseOrderLine,
): PurchaseOrderLine | undefined =>
  order?.lines.find((line) => line.lineNumber === lineNumber && line.itemId === itemId);

function partnerFaults(
  { supplierId, locationId }: SystemPurchaseOrder,
  masters: KnownMasters,
): readonly string[] {
  if (supplierId === undefined) return ['unknown reference: its supplier is none of ours'];
  if (locationId === undefined) return ['unknown reference: the place it is delivered to is none of ours'];
  return unknownReferences({ supplierId, locationId }, masters);
}

const lineFaultsWith =
  ({ masters }: MirrorContext) =>
  ({ lineNumber, itemId, quantity, openQuantity }: SystemPurchaseOrderLine): readonly string[] => {
    const faults =
      itemId === undefined
        ? ['unknown reference: its product is no item of ours']
        : [...unknownReferences({ itemId }, masters), ...unitFaults(masters, itemId, quantity.unit)];
    const amounts = [quantity.value, openQuantity].filter((text) => parseDecimal(text) === undefined);
    return [...faults, ...amounts.map((text) => `incomplete: ${text} is no quantity`)].map(
      (fault) => `line ${lineNumber}: ${fault}`,
    );
  };

const unitFaults = (masters: KnownMasters, itemId: string, unit: UnitCode | undefined): readonly string[] =>
  unit === undefined ? ['unit mismatch: its unit is none we know'] : unconvertible(masters, itemId, unit);

type KnownItem = ReturnType<KnownMasters['item']>;

function holdsOf(item: KnownItem, unit: UnitCode | undefined): Micros {
  if (!item || !unit) return 0n;
  return baseUnitsIn(item.body, unit) ?? 0n;
}

const inBase = (value: string, holds: Micros): string => decimalText(multiply(micros(value), holds));
