import type { PlanningInput } from '#core/canonical/decision-record.ts';
import { partitionOf } from '#core/canonical/partition.ts';
import { isOpen } from '#core/canonical/purchase-order.ts';
import { dateOfInstant, type LocalDate } from '#core/kernel/dates.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { partWriter } from '../forecasting/part-writer.ts';
import { chooseTerms } from './choose-terms.ts';
import { listAll } from './list-all.ts';
import { type ItemLocationInput, type Master, runKeys, type Snapshot } from './model.ts';
import { openSupplyOf } from './open-supply.ts';
import type { ReplenishmentPorts } from './ports.ts';
import { writeJson, writeLines } from './work-objects.ts';

export interface SnapshotOrder extends Omit<Snapshot, 'inputs'> {
  /** Orders that must be seen although the lists may not show them yet. */
  readonly justOrdered: readonly string[];
}

/**
 * Keep what a run is planned on, each record with its version, so that every partition sees the same.
 * 1. Masters: locations, suppliers, items with the terms they are bought under.
 * 2. Location by location: stock, policies and what open orders still bring, split by partition.
 * Memory holds the masters and one location's positions, however many locations there are.
 */
export async function snapshotInputs(
  { records, objects }: Pick<ReplenishmentPorts, 'records' | 'objects'>,
  { justOrdered, ...about }: SnapshotOrder,
): Promise<Snapshot> {
  const { runId, partitions, plannedAt } = about;
  const locationIds: string[] = [];
  const masters = mastersOf(records, dateOfInstant(plannedAt), locationIds);
  await writeLines(objects, runKeys.masters(runId), toLines(masters));

  const orders = await records.getMany('purchase-order', justOrdered);
  const writer = partWriter(objects, partitions, (heap, part) => runKeys.inputs(runId, heap, part));
  for (const locationId of locationIds) {
    for await (const input of inputsAt(records, locationId, orders)) {
      writer.add(partitionOf(input.itemId, locationId, partitions), `${JSON.stringify(input)}\n`);
    }
    await writer.settle();
  }
  const parts = await writer.finish();
  const inputs = parts.map(({ heap: partition, key, sha256, rows }) => ({ partition, key, sha256, rows }));
  const snapshot = { ...about, inputs };
  await writeJson(objects, runKeys.snapshot(runId), snapshot);
  return snapshot;
}

async function* toLines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield JSON.stringify(value);
}

async function* mastersOf(records: Records, day: LocalDate, locationIds: string[]): AsyncGenerator<Master> {
  for await (const { id, version, body } of listAll(records, 'location', 'locations')) {
    locationIds.push(id);
    const { status, receivingDays, dockToStockDays } = body;
    yield { kind: 'location', id, location: { version, status, receivingDays, dockToStockDays } };
  }
  for await (const { id, version, body } of listAll(records, 'supplier', 'suppliers')) {
    const { status, workingDays, orderDays, orderCutOff, closedOn } = body;
    const calendar = { workingDays, orderDays, orderCutOff, closedOn };
    yield { kind: 'supplier', id, supplier: { id, version, status, ...calendar } };
  }
  const termsByItem = new Map<string, StoredRecord<'supplier-terms'>[]>();
  for await (const terms of listAll(records, 'supplier-terms', 'supplier-terms')) {
    const { itemId } = terms.body;
    termsByItem.set(itemId, [...(termsByItem.get(itemId) ?? []), terms]);
  }
  for await (const { id, version, body } of listAll(records, 'item', 'items')) {
    const { status, baseUnit } = body;
    const packs = body.packs.map(({ unit, holds }) => ({ unit, holds }));
    const terms = chooseTerms(termsByItem.get(id) ?? [], day);
    yield { kind: 'item', id, item: { version, status, baseUnit, packs }, terms: terms && known(terms) };
  }
}

function known({ version, body }: StoredRecord<'supplier-terms'>): NonNullable<PlanningInput['terms']> {
  const { itemId: _item, priority: _priority, provenance: _provenance, ...terms } = body;
  return { ...terms, version };
}

async function* inputsAt(
  records: Records,
  locationId: string,
  justOrdered: readonly StoredRecord<'purchase-order'>[],
): AsyncGenerator<ItemLocationInput> {
  const inputs = new Map<string, ItemLocationInput>();
  const add = (itemId: string, part: Partial<ItemLocationInput>): void => {
    inputs.set(itemId, { ...(inputs.get(itemId) ?? { itemId, locationId, supply: [] }), ...part });
  };
  for await (const { version, body } of listAll(
    records,
    'inventory-position',
    'positions-by-location',
    locationId,
  )) {
    const { unit, onHand, allocated, onHold, inTransit, asOf } = body;
    add(body.itemId, { position: { version, unit, onHand, allocated, onHold, inTransit, asOf } });
  }
  for await (const { version, body } of listAll(
    records,
    'inventory-policy',
    'policies-by-location',
    locationId,
  )) {
    const { method, safetyStock, eligible } = body;
    add(body.itemId, { policy: { version, method, safetyStock, eligible } });
  }
  for (const [itemId, supply] of openSupplyOf(await ordersAt(records, locationId, justOrdered))) {
    add(itemId, { supply });
  }
  yield* inputs.values();
}

/** The orders from which goods are still expected there; what was just read by id stands before what a list says. */
async function ordersAt(
  records: Records,
  locationId: string,
  justOrdered: readonly StoredRecord<'purchase-order'>[],
): Promise<Iterable<StoredRecord<'purchase-order'>>> {
  const orders = new Map<string, StoredRecord<'purchase-order'>>();
  for await (const order of listAll(records, 'purchase-order', 'open-orders-by-location', locationId)) {
    orders.set(order.id, order);
  }
  for (const order of justOrdered) if (order.body.locationId === locationId) orders.set(order.id, order);
  return orders.values().filter(({ body }) => isOpen(body));
}
