import type { CountedItem } from '#core/canonical/base-units.ts';
import type {
  CatalogLine,
  CatalogPrice,
  LeadTime,
  SupplierCatalog,
} from '#core/canonical/supplier-catalog.ts';
import type { SupplierOffer } from '#core/canonical/supplier-flow.ts';
import type { StockLine, SupplierStock } from '#core/canonical/supplier-stock.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { decimalText, micros, ONE, ZERO } from '#core/kernel/decimal.ts';
import type { Currency } from '#core/kernel/money.ts';
import type { UnitCode } from '#core/kernel/quantity.ts';
import { inBase, isConflict } from './order-units.ts';

/** What a stock report or a catalog says of one item, as far as it says it. */
export type Offered = Partial<
  Pick<SupplierOffer, 'available' | 'price' | 'validFrom' | 'validTo' | 'leadTimeDays' | 'discontinued'>
>;

/** How an item is counted, and what an amount without a unit or currency is in. */
export interface OfferContext {
  readonly item: CountedItem;
  readonly orderUnit: UnitCode;
  readonly currency: Currency;
  readonly today: LocalDate;
}

/** What a supplier has of an item: what may be sold, else what is there. Undefined where it counts in no unit of it. */
export function stockOffered(
  { quantities, dates }: StockLine,
  document: SupplierStock,
  { item, orderUnit, today }: OfferContext,
): Offered | undefined {
  const counted = [
    quantities.filter(({ state }) => state === 'available'),
    quantities.filter(({ state }) => state === 'on_hand'),
  ].find((those) => those.length > 0);
  if (!counted) return {};
  const totals = counted.filter(({ location, code }) => location === undefined && code !== undefined);
  let total = ZERO;
  for (const { quantity } of totals.length > 0 ? totals : counted) {
    const based = inBase(quantity, item, orderUnit);
    if (isConflict(based)) return undefined;
    total += based.base;
  }
  const stated = [...counted.flatMap((one) => one.dates), ...dates, ...document.dates];
  const asOf = stated.find(({ event }) => event === 'as_of')?.date ?? document.issuedOn ?? today;
  return { available: { quantity: { value: decimalText(total), unit: item.baseUnit }, asOf } };
}

/** What a catalog says of an item: the price of one order, how long it takes, and whether it ends. */
export function catalogOffered(line: CatalogLine, document: SupplierCatalog, context: OfferContext): Offered {
  const price = priceOf(line, context);
  const validity = { ...document.validity, ...line.validity, ...price?.validity };
  const leadTimeDays = daysOf([...line.leadTimes, ...document.leadTimes]);
  return {
    ...(price && {
      price: wholePrice(price, price.currency ?? document.currency ?? context.currency, context),
    }),
    ...(validity.from && { validFrom: validity.from }),
    ...(validity.to && { validTo: validity.to }),
    ...(leadTimeDays !== undefined && { leadTimeDays }),
    discontinued: line.status?.meaning === 'deleted',
  };
}

/** The net price before the list price, that of the smallest quantity, valid now. */
function priceOf({ prices }: CatalogLine, { today }: OfferContext): CatalogPrice | undefined {
  const inForce = prices.filter(
    ({ validity: { from = today, to = today }, multiplier }) => from <= today && today <= to && !multiplier,
  );
  const byBreak = [...inForce].sort((a, b) =>
    micros(a.from?.value ?? '0') < micros(b.from?.value ?? '0') ? -1 : 1,
  );
  return byBreak.find(({ kind }) => kind === 'net') ?? byBreak.find(({ kind }) => kind === 'list');
}

const wholePrice = ({ amount, per }: CatalogPrice, currency: Currency, { orderUnit }: OfferContext) => ({
  amount,
  currency,
  per: { value: per.value, unit: per.unit ?? orderUnit },
});

const daysIn: { readonly [U in LeadTime['unit']]?: bigint } = { day: 1n, week: 7n };

/** Whole days to shipment, else to delivery; months are no number of days. */
function daysOf(leadTimes: readonly LeadTime[]): number | undefined {
  const stated =
    leadTimes.find(({ until, unit }) => until === 'shipment' && daysIn[unit]) ??
    leadTimes.find(({ until, unit }) => until === 'delivery' && daysIn[unit]);
  const factor = stated && daysIn[stated.unit];
  if (!stated || !factor) return undefined;
  const days = Number((micros(stated.value) * factor + ONE - 1n) / ONE);
  return days >= 0 && days <= 730 ? days : undefined;
}
