/** Measures of suppliers: each defined once, with what is counted, of what, and what is left out (O9). */
import * as z from 'zod';
import { dateSchema, instantSchema } from '#core/kernel/dates.ts';
import { decimalSchema } from '#core/kernel/decimal.ts';
import { idSchema } from '#core/kernel/identifiers.ts';

export const supplierMeasureIds = [
  'acknowledgement-time',
  'acknowledgement-in-time',
  'on-time-in-full',
  'on-time-in-full-requested',
  'on-time',
  'in-full',
  'quantity-accuracy',
  'price-accuracy',
  'invoice-match-rate',
] as const;
export type SupplierMeasureId = (typeof supplierMeasureIds)[number];

/** What a measure is, in words that stand beside its figure. */
export interface MeasureDefinition {
  readonly name: string;
  readonly unit: 'percent' | 'hours';
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: readonly string[];
}

const due =
  'order lines whose first promised date lies in the month; the requested date where none was promised';
const notDue = 'lines whose date and tolerance are not over yet and that are not fulfilled';
const cancelled = 'cancelled lines and orders';
const unpaid = 'duplicates and rejected invoices';

export const supplierMeasures: { readonly [M in SupplierMeasureId]: MeasureDefinition } = {
  'acknowledgement-time': {
    name: 'Acknowledgement time (median)',
    unit: 'hours',
    numerator: 'orders answered; the figure is the median of their hours from being told to the answer',
    denominator: 'orders of the month that the supplier was told of',
    exclusions: [cancelled, 'orders told again after their answer'],
  },
  'acknowledgement-in-time': {
    name: 'Acknowledged in time',
    unit: 'percent',
    numerator: 'orders answered within the hours agreed',
    denominator: 'orders of the month that were answered or whose answer is overdue',
    exclusions: [cancelled, 'orders told again after their answer', 'orders a partner refused to receive'],
  },
  'on-time-in-full': {
    name: 'On time in full, by the first promise',
    unit: 'percent',
    numerator: 'lines whose good receipts inside the date tolerance are inside the quantity tolerance',
    denominator: due,
    exclusions: [cancelled, notDue],
  },
  'on-time-in-full-requested': {
    name: 'On time in full, by the requested date',
    unit: 'percent',
    numerator: 'lines whose good receipts inside the date tolerance are inside the quantity tolerance',
    denominator: 'order lines whose requested date lies in the month',
    exclusions: [cancelled, notDue],
  },
  'on-time': {
    name: 'On time',
    unit: 'percent',
    numerator: 'lines all of whose good receipts are inside the date tolerance of the first promise',
    denominator: due,
    exclusions: [cancelled, notDue],
  },
  'in-full': {
    name: 'In full',
    unit: 'percent',
    numerator: 'lines whose good receipts, whenever they came, are inside the quantity tolerance',
    denominator: due,
    exclusions: [cancelled, notDue],
  },
  'quantity-accuracy': {
    name: 'Quantity accuracy',
    unit: 'percent',
    numerator: 'lines whose good receipts are inside the quantity tolerance of what the supplier confirmed',
    denominator: `${due}; of these the ones with a confirmed quantity`,
    exclusions: [cancelled, notDue],
  },
  'price-accuracy': {
    name: 'Price accuracy',
    unit: 'percent',
    numerator: "invoice lines at the order's price, within tolerance",
    denominator: 'lines of invoices of the month that were compared with an order line',
    exclusions: [unpaid, 'lines that lead to no order line'],
  },
  'invoice-match-rate': {
    name: 'Invoice match rate',
    unit: 'percent',
    numerator: 'invoices matched without a person',
    denominator: 'invoices of the month that were matched or blocked',
    exclusions: [unpaid, 'invoices that still wait for their receipt'],
  },
};

/** As many ids are shown of what counted and of what did not. */
export const MOST_MEASURE_IDS = 50;

const idsSchema = z.array(z.string().max(120)).max(MOST_MEASURE_IDS);

/** One figure with what is behind it. Ids are of orders, of order lines (`order#line`) or of invoices. */
export const measureSchema = z.strictObject({
  measure: z.enum(supplierMeasureIds),
  unit: z.enum(['percent', 'hours']),
  /** Absent when there is nothing to measure. */
  value: decimalSchema.optional(),
  numerator: z.int().min(0),
  denominator: z.int().min(0),
  /** In the numerator; the first of them. */
  counted: idsSchema,
  /** In the denominator and not in the numerator; the first of them. */
  missed: idsSchema,
});
export type Measure = z.infer<typeof measureSchema>;

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11');

/** How one supplier did in one month, from its orders and invoices alone. */
export const supplierScorecardSchema = z.strictObject({
  supplierId: idSchema,
  month: monthSchema,
  from: dateSchema,
  to: dateSchema,
  asOf: instantSchema,
  /** False when there was more than one reading takes: the newest are in. */
  complete: z.boolean(),
  measures: z.array(measureSchema).length(supplierMeasureIds.length),
});
export type SupplierScorecard = z.infer<typeof supplierScorecardSchema>;
