import type { SupplierTerms } from '#core/canonical/supplier.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { MatchingPorts } from './matching-ports.ts';
import type { OfferContext } from './rules/offered.ts';

/** An item that a supplier offers: what master data knows of it, and what was offered before. */
export interface KnownItem {
  readonly context: OfferContext;
  readonly terms: SupplierTerms | undefined;
  readonly offer: StoredRecord<'supplier-offer'> | undefined;
}

export interface OfferedItems {
  readonly partnerId: string;
  readonly supplierId: string;
  readonly itemIds: readonly string[];
}

/** Everything an offer is held against, by item; items that do not exist are left out. */
export async function knownItems(
  { records, clock }: Pick<MatchingPorts, 'records' | 'clock'>,
  { partnerId, supplierId, itemIds }: OfferedItems,
): Promise<ReadonlyMap<string, KnownItem>> {
  const ids = [...new Set(itemIds)];
  const [supplier, items, terms, offers] = await Promise.all([
    records.get('supplier', supplierId),
    records.getMany('item', ids),
    records.getMany(
      'supplier-terms',
      ids.map((id) => `${supplierId}:${id}`),
    ),
    records.getMany(
      'supplier-offer',
      ids.map((id) => `${partnerId}:${id}`),
    ),
  ]);
  const termsOf = new Map(terms.map(({ body }) => [body.itemId, body]));
  const offerOf = new Map(offers.map((offer) => [offer.body.itemId, offer]));
  const today = dateOfInstant(clock.now());
  return new Map(
    items.map(({ id, body: item }) => {
      const known = termsOf.get(id);
      const orderUnit = known?.orderUnit ?? item.baseUnit;
      const currency = known?.price.currency ?? supplier?.body.currency ?? 'EUR';
      return [id, { context: { item, orderUnit, currency, today }, terms: known, offer: offerOf.get(id) }];
    }),
  );
}
