import type { Period } from '#core/canonical/planning-schedule.ts';
import type { ProductActivity } from '#core/canonical/product-activity.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { micros } from '#core/kernel/decimal.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { listAll } from '../list-all.ts';
import { type ActivityBook, activityBook } from './activity-book.ts';

export interface ActivityPorts {
  readonly records: Records;
  readonly clock: Clock;
}

/**
 * What of a partner's items stands where, and what of them arrived in a period (852, SLSRPT; S16).
 * 1. Its items are those with terms of its supplier.
 * 2. Stock by location, as the positions say now; what its open orders still bring; what its receipts in the period
 *    brought in good order.
 * Sales and returns are not known here and left out, never told as zero. Undefined when none of its items is anywhere.
 * Problem: `partner-unknown`.
 */
export async function makeProductActivity(
  { records, clock }: ActivityPorts,
  { partnerId, period }: { readonly partnerId: string; readonly period: Period },
): Promise<Result<ProductActivity | undefined>> {
  const partner = await records.get('partner', partnerId);
  if (!partner) return fail(problem('partner-unknown', `There is no partner ${partnerId}.`));
  const { supplierId } = partner.body;
  const itemIds = new Set<string>();
  for await (const { body } of listAll(records, 'supplier-terms', 'supplier-terms')) {
    if (body.supplierId === supplierId) itemIds.add(body.itemId);
  }
  const book = activityBook();
  for await (const { id: locationId } of listAll(records, 'location', 'locations')) {
    await addStock(records, book, { locationId, itemIds });
    await addOrders(records, book, { locationId, itemIds, supplierId });
  }
  await addReceipts(records, book, { supplierId, itemIds, period });
  const locations = book.locations();
  if (!locations) return ok(undefined);
  return ok({
    number: `${period.from}${period.to}`.replace(/\D/g, ''),
    issuedOn: dateOfInstant(clock.now()),
    period,
    supplierId,
    locations,
  });
}

interface At {
  readonly locationId: string;
  readonly itemIds: ReadonlySet<string>;
}

async function addStock(records: Records, book: ActivityBook, { locationId, itemIds }: At): Promise<void> {
  const positions = listAll(records, 'inventory-position', 'positions-by-location', locationId);
  for await (const { body } of positions) if (itemIds.has(body.itemId)) book.addPosition(body);
}

async function addOrders(
  records: Records,
  book: ActivityBook,
  { locationId, itemIds, supplierId }: At & { readonly supplierId: string },
): Promise<void> {
  const orders = listAll(records, 'purchase-order', 'open-orders-by-location', locationId);
  for await (const { body } of orders) {
    if (body.supplierId !== supplierId) continue;
    for (const { itemId, baseQuantity, openQuantity } of body.lines) {
      if (!itemIds.has(itemId)) continue;
      book.add({ locationId, itemId, unit: baseQuantity.unit }, 'on_order', micros(openQuantity));
    }
  }
}

async function addReceipts(
  records: Records,
  book: ActivityBook,
  given: { readonly supplierId: string; readonly itemIds: ReadonlySet<string>; readonly period: Period },
): Promise<void> {
  const { supplierId, itemIds, period } = given;
  let cursor: string | undefined;
  do {
    const page = await records.list('goods-receipt', {
      list: 'receipts-by-supplier',
      scope: supplierId,
      order: 'descending',
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { body } of page.entries) {
      if (body.receivedOn < period.from) return;
      if (body.receivedOn > period.to) continue;
      for (const { itemId, good } of body.lines) {
        if (!itemIds.has(itemId)) continue;
        const place = { locationId: body.locationId, itemId, unit: good.unit };
        book.add(place, 'received', micros(good.value));
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}
