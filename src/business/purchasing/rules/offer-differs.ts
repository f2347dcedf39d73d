import type { CountedItem } from '#core/canonical/base-units.ts';
import type { SupplierTerms } from '#core/canonical/supplier.ts';
import type { SupplierOffer } from '#core/canonical/supplier-flow.ts';
import { basedPrice, isConflict } from './order-units.ts';
import { samePrice } from './tolerance.ts';

/** What master data says otherwise than an offer, a sentence each. The offer never overwrites it: its owner decides. */
export function offerDiffers(
  offer: Pick<SupplierOffer, 'price' | 'leadTimeDays' | 'discontinued'>,
  terms: SupplierTerms | undefined,
  item: CountedItem,
): readonly string[] {
  if (!terms) return [];
  const { price, leadTimeDays, discontinued } = offer;
  return [
    ...(price && !sameOffer(price, terms, item)
      ? [`Offered at ${priceText(price)}, known at ${priceText(terms.price)}.`]
      : []),
    ...(leadTimeDays !== undefined && leadTimeDays !== terms.leadTimeDays
      ? [`Offered within ${leadTimeDays} days, known with ${terms.leadTimeDays}.`]
      : []),
    ...(discontinued ? ['No longer offered, and still bought.'] : []),
  ];
}

type OfferPrice = NonNullable<SupplierOffer['price']>;

function sameOffer(price: OfferPrice, terms: SupplierTerms, item: CountedItem): boolean {
  const [offered, known] = [price, terms.price].map((one) => basedPrice(one, item, terms.orderUnit));
  if (!offered || !known || isConflict(offered) || isConflict(known)) return false;
  return price.currency === terms.price.currency && samePrice(offered, known);
}

const priceText = ({ amount, currency, per }: OfferPrice): string =>
  `${amount} ${currency} per ${per.value} ${per.unit}`;
