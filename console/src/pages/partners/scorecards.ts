/** Scorecards over some months. Pure. */
import type { Scorecard } from '#contracts/client.ts';
import { monthText } from './months.ts';

export type Measure = Scorecard['measures'][number];
export type MeasureId = Measure['measure'];

/** Their names, and what each counts of what, as the API computes them. */
export const measureWords: { readonly [M in MeasureId]: { readonly name: string; readonly counts: string } } =
  {
    'acknowledgement-time': {
      name: 'Acknowledgement time (median)',
      counts: 'Hours from telling an order to its answer, of orders of the month that were answered.',
    },
    'acknowledgement-in-time': {
      name: 'Acknowledged in time',
      counts: 'Orders answered within the hours agreed, of those answered or overdue.',
    },
    'on-time-in-full': {
      name: 'On time in full, by the first promise',
      counts: 'Lines received in date and in quantity, of those whose first promised date lies in the month.',
    },
    'on-time-in-full-requested': {
      name: 'On time in full, by the requested date',
      counts: 'Lines received in date and in quantity, of those requested for the month.',
    },
    'on-time': {
      name: 'On time',
      counts: 'Lines whose receipts all came by the first promise, of those promised for the month.',
    },
    'in-full': {
      name: 'In full',
      counts: 'Lines whose receipts, whenever they came, are complete, of those promised for the month.',
    },
    'quantity-accuracy': {
      name: 'Quantity accuracy',
      counts: 'Lines received as the supplier confirmed, of those promised for the month and confirmed.',
    },
    'price-accuracy': {
      name: 'Price accuracy',
      counts: "Invoice lines at the order's price, of those compared with an order line.",
    },
    'invoice-match-rate': {
      name: 'Invoice match rate',
      counts: 'Invoices matched without a person, of those matched or blocked.',
    },
  };

/** `92.5 %`, `5.5 h`; a dash where there was nothing to measure. */
export function valueText({ value, unit }: Pick<Measure, 'value' | 'unit'>): string {
  if (value === undefined) return '–';
  return unit === 'percent' ? `${value} %` : `${value} h`;
}

export const measureOf = (card: Scorecard | undefined, id: MeasureId): Measure | undefined =>
  card?.measures.find(({ measure }) => measure === id);

/** A line or a colour of bars of a chart. */
interface Series {
  readonly title: string;
  readonly points: readonly { readonly x: string; readonly y: number }[];
}

/** One series a measure over the months; months with nothing to measure have no bar. */
export const seriesOf = (cards: readonly Scorecard[], ids: readonly MeasureId[]): readonly Series[] =>
  ids.map((id) => ({
    title: measureWords[id].name,
    points: cards.flatMap((card) => {
      const value = measureOf(card, id)?.value;
      return value === undefined ? [] : [{ x: monthText(card.month), y: Number(value) }];
    }),
  }));

/** A measure names orders, order lines (`po-1#10`) and invoices: the record behind, and what to call it. */
export function behind(
  measure: MeasureId,
  id: string,
): { readonly type: 'purchase-order' | 'invoice'; readonly id: string; readonly text: string } {
  const [record = id, line] = id.split('#', 2);
  const type =
    measure === 'price-accuracy' || measure === 'invoice-match-rate' ? 'invoice' : 'purchase-order';
  return { type, id: record, text: line === undefined ? record : `${record}, line ${line}` };
}
