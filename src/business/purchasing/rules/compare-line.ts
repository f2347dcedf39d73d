import type { LineOutcome } from '#core/canonical/order-ledger.ts';
import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { type Micros, ZERO } from '#core/kernel/decimal.ts';
import { contradictionsOf } from './contradictions.ts';
import {
  type Amounts,
  type AnswerPart,
  amountsOf,
  type LineAnswer,
  meaningOf,
  type OrderedLine,
} from './line-answer.ts';
import { type BasedPrice, dateAgrees, priceAgrees, quantityAgrees } from './tolerance.ts';

export interface Comparison {
  /** Everything that differs, the gravest first; `accepted` alone when nothing does. */
  readonly outcomes: readonly [LineOutcome, ...LineOutcome[]];
  /** What will come in all, now and later, in the item's base unit. */
  readonly quantity: Micros;
  /** Part of it that comes later. */
  readonly backordered: Micros;
  readonly price: BasedPrice | undefined;
  /** The last day any of it comes. */
  readonly deliveryDate: LocalDate | undefined;
  readonly substituteItemId: string | undefined;
  /** Where codes contradict their data, in words. */
  readonly because: readonly string[];
}

const gravestFirst: readonly LineOutcome[] = [
  'contradicts',
  'rejected',
  'substituted',
  'quantity',
  'backordered',
  'price',
  'date',
  'held',
];

/**
 * What an answer to a line comes to: by comparing every part of it with the order, not by its code alone. A code
 * that says other than its data is itself an outcome (S11).
 */
export function compareLine(line: OrderedLine, answer: LineAnswer, tolerances: Tolerances): Comparison {
  const amounts = amountsOf(line, answer);
  const coming = answer.parts.filter((part) => comes(part, answer));
  const found = isRefused(answer, amounts)
    ? new Set<LineOutcome>(['rejected'])
    : differencesOf(line, answer, amounts, tolerances);
  const because = contradictionsOf(line, answer, amounts, found);
  if (because.length > 0) found.add('contradicts');
  const [first = 'accepted', ...others] = gravestFirst.filter((outcome) => found.has(outcome));
  return {
    outcomes: [first, ...others],
    quantity: amounts.confirmed + amounts.backordered,
    backordered: amounts.backordered,
    price: statedPrice(answer),
    deliveryDate: datesOf(coming).at(-1),
    substituteItemId: substitutesOf(coming)[0],
    because,
  };
}

const comes = (part: AnswerPart, answer: LineAnswer): boolean => {
  const meaning = meaningOf(part, answer);
  return meaning !== 'reject' && meaning !== 'hold';
};

/** Some of it is refused, and nothing of it comes or may still come. */
const isRefused = (answer: LineAnswer, { confirmed, backordered, held }: Amounts): boolean =>
  confirmed + backordered + held === ZERO &&
  answer.parts.some((part) => meaningOf(part, answer) === 'reject');

const datesOf = (parts: readonly AnswerPart[]): readonly LocalDate[] =>
  parts.flatMap(({ deliveryDate }) => (deliveryDate === undefined ? [] : [deliveryDate])).sort();

const substitutesOf = (parts: readonly AnswerPart[]): readonly string[] =>
  parts.flatMap(({ substituteItemId }) => (substituteItemId === undefined ? [] : [substituteItemId])).sort();

/** The price the supplier states; of several the dearest, of equal ones the one for less. */
const statedPrice = ({ prices }: LineAnswer): BasedPrice | undefined =>
  [...prices].sort((a, b) => compare(b.amount * a.per, a.amount * b.per) || compare(a.per, b.per))[0];

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function differencesOf(
  line: OrderedLine,
  answer: LineAnswer,
  { confirmed, backordered, held }: Amounts,
  tolerances: Tolerances,
): Set<LineOutcome> {
  const found = new Set<LineOutcome>();
  const coming = answer.parts.filter((part) => comes(part, answer));
  const soon = coming.filter((part) => meaningOf(part, answer) !== 'backorder');
  const now = confirmed + held;
  if (answer.parts.some((part) => meaningOf(part, answer) === 'hold')) found.add('held');
  // Nothing is decided of a line that is on hold as a whole: there is nothing to compare yet.
  if (coming.length === 0) return found;
  if (!quantityAgrees(line.ordered, now + backordered, tolerances)) found.add('quantity');
  if (backordered > ZERO && !quantityAgrees(line.ordered, now, tolerances)) found.add('backordered');
  if (substitutesOf(coming).length > 0) found.add('substituted');
  if (answer.otherCurrency || answer.prices.some((price) => !priceAgrees(line.price, price, tolerances)))
    found.add('price');
  if (datesOf(soon).some((date) => !dateAgrees(line.requestedDate, date, tolerances))) found.add('date');
  return found;
}
