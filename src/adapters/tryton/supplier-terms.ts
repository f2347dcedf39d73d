import * as z from 'zod';
import type { Candidate, CandidateBody } from '#business/master-data/ports.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { assumed } from './assumptions.ts';
import { itemIdOf } from './items.ts';
import { type Reading, withInactive } from './read-rows.ts';
import { sourceVersionOf, stampFields, stamps } from './source-version.ts';
import { supplierIdOf } from './suppliers.ts';
import { unitCodeOf } from './units.ts';
import { daysValue, decimalValue, quantityValue } from './wire.ts';

const priceRow = z.object({
  id: z.int(),
  sequence: z.int().nullable(),
  quantity: z.number(),
  unit_price: decimalValue,
});

export const termsRow = z.object({
  id: z.int(),
  active: z.boolean(),
  sequence: z.int().nullable(),
  product: z.int().nullable(),
  lead_time_used: daysValue.nullable(),
  quantity_minimal: z.number().nullable(),
  quantity_rounding: quantityValue.nullable(),
  'unit.': z.object({ symbol: z.string() }).nullable(),
  'currency.': z.object({ code: z.string() }),
  'party.': z.object({ id: z.int(), code: z.string().nullable() }),
  'template.': z.object({ products: z.array(z.int()) }),
  'prices.': z.array(priceRow),
  ...stamps,
});
export type TermsRow = z.infer<typeof termsRow>;

/** What suppliers of the company ask, inactive terms too. */
export const terms = (company: number): Reading<TermsRow> => ({
  model: 'purchase.product_supplier',
  domain: [['company', '=', company]],
  fields: [
    ...['active', 'sequence', 'product', 'lead_time_used', 'quantity_minimal', 'quantity_rounding'],
    ...['unit.symbol', 'currency.code', 'party.code', 'template.products', ...stampFields],
    ...['prices.sequence', 'prices.quantity', 'prices.unit_price'],
  ],
  row: termsRow,
  context: withInactive,
});

/** One candidate for each product the terms are for: the one they name, or every variant of the template. */
export function toSupplierTerms(row: TermsRow, codes: ReadonlyMap<number, string | null>): Candidate[] {
  const products = row.product === null ? row['template.'].products : [row.product];
  const supplierId = supplierIdOf(row['party.']);
  const sourceVersion = sourceVersionOf([row]);
  return products.map((id) => {
    const itemId = itemIdOf({ id, code: codes.get(id) ?? null });
    return {
      id: `${supplierId}:${itemId}`,
      body: { supplierId, itemId, ...asked(row, sourceVersion) },
      sourceVersion,
    };
  });
}

function asked(row: TermsRow, sourceVersion: string) {
  const unit = row['unit.'] ? (unitCodeOf(row['unit.'].symbol) ?? row['unit.'].symbol) : undefined;
  return {
    leadTimeDays: row.lead_time_used ?? undefined,
    ...assumed.terms,
    orderUnit: unit,
    minimumOrderQuantity: quantityValue.parse(row.quantity_minimal ?? 0),
    orderMultiple: row.quantity_rounding ?? '1',
    price: priceOf(row, unit),
    ...(row.active ? {} : { validTo: dateOfInstant(sourceVersion) }),
    priority: row.sequence ?? 1,
  } satisfies Partial<{ [K in keyof CandidateBody['supplierTerms']]: unknown }>;
}

/** The price at the smallest order: as in the ERP, the last that begins at or below it counts. */
function priceOf(row: TermsRow, unit: string | undefined) {
  const least = row.quantity_minimal ?? 0;
  const price = [...row['prices.']]
    .sort((a, b) => (a.sequence ?? -1) - (b.sequence ?? -1) || a.id - b.id)
    .findLast(({ quantity }) => quantity <= least);
  return price && { amount: price.unit_price, currency: row['currency.'].code, per: { value: '1', unit } };
}
