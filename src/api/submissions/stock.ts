import * as z from 'zod';
import type { StockLine, SupplierStock } from '#core/canonical/supplier-stock.ts';
import { dateSchema } from '#core/kernel/dates.ts';
import { identifiersOf, ownNumberSchema, quantityOf, submittedItem, submittedQuantity } from './parts.ts';

const reportedItem = z.strictObject({
  item: submittedItem,
  /** What may be sold to us. */
  available: submittedQuantity,
});

/** What you have of your items on a day. */
export const stockBody = z.strictObject({
  number: ownNumberSchema.optional(),
  asOf: dateSchema,
  items: z.array(reportedItem).min(1).max(2000),
});

/** The report as every stock report is kept, whichever way it came. */
export function supplierStockOf({ number, asOf, items }: z.infer<typeof stockBody>): SupplierStock {
  const lineOf = ({ item, available }: z.infer<typeof reportedItem>, index: number): StockLine => ({
    lineNumber: String(index + 1),
    item: identifiersOf(item),
    quantities: [{ state: 'available', quantity: quantityOf(available), dates: [], schedule: [] }],
    prices: [],
    leadTimes: [],
    dates: [],
    parties: [],
    references: [],
  });
  return {
    standard: 'crossdock',
    ...(number === undefined ? {} : { number }),
    issuedOn: asOf,
    dates: [{ event: 'as_of', code: 'as_of', date: asOf }],
    parties: [],
    references: [],
    lines: items.map(lineOf),
  };
}
