import type { LineOutcome } from '#core/canonical/order-ledger.ts';
import { ZERO } from '#core/kernel/decimal.ts';
import type { Amounts, AnswerPart, LineAnswer, OrderedLine } from './line-answer.ts';
import { meaningOf } from './line-answer.ts';
import type { LineMeaning } from './line-codes.ts';
import { samePrice } from './tolerance.ts';

/** What is looked at when the code of one part is held against its data. */
interface Claim {
  readonly line: OrderedLine;
  readonly part: AnswerPart;
  readonly answer: LineAnswer;
  readonly amounts: Amounts;
  /** What differs beyond tolerance. */
  readonly found: ReadonlySet<LineOutcome>;
  /** No other part speaks for this line: then the quantity is this part's alone. */
  readonly alone: boolean;
}

/** Why a code cannot be believed, in words; undefined when it can. */
type Check = (claim: Claim) => string | undefined;

const checks: { readonly [M in LineMeaning]: Check } = {
  accept: ({ found, alone }) => {
    const differing = (['quantity', 'substituted', 'price', 'date'] as const).filter(
      (outcome) => found.has(outcome) && (alone || outcome !== 'quantity'),
    );
    return differing.length === 0
      ? undefined
      : `accepts the line as it is, yet differs (${differing.join(', ')})`;
  },
  quantity: ({ line, amounts, alone }) =>
    alone && amounts.confirmed === line.ordered
      ? 'changes the quantity, yet the quantity is as ordered'
      : undefined,
  partial: ({ line, amounts, alone }) =>
    alone && amounts.confirmed >= line.ordered ? 'ships a part, yet confirms the whole' : undefined,
  backorder: ({ part }) => (part.quantity === ZERO ? 'backorders, yet backorders nothing' : undefined),
  price: ({ line, answer: { otherCurrency, prices } }) =>
    otherCurrency || prices.some((price) => !samePrice(line.price, price))
      ? undefined
      : 'changes the price, yet states no other',
  date: ({ line, part: { deliveryDate } }) =>
    deliveryDate === undefined || deliveryDate === line.requestedDate
      ? 'changes the date, yet states no other'
      : undefined,
  substitution: ({ part }) =>
    part.substituteItemId === undefined ? 'substitutes, yet names no other item' : undefined,
  compare: () => undefined,
  reject: ({ answer, found }) =>
    found.has('rejected') && answer.backordered > ZERO
      ? 'rejects the line, yet says that some of it comes later'
      : undefined,
  hold: () => undefined,
  unknown: () => 'is a code that no list has',
};

/** Codes of a line that agree with a refusal of the whole order. */
const agreesWithRefusal: readonly (LineMeaning | undefined)[] = [undefined, 'reject', 'compare', 'unknown'];

/** Where codes contradict their data or each other, a sentence each; empty where all can be believed. */
export function contradictionsOf(
  line: OrderedLine,
  answer: LineAnswer,
  amounts: Amounts,
  found: ReadonlySet<LineOutcome>,
): readonly string[] {
  const alone = answer.parts.length === 1;
  const sentences = answer.parts.flatMap((part) => {
    const why =
      againstTheWhole(part, answer) ??
      checks[meaningOf(part, answer)]({ line, part, answer, amounts, found, alone });
    return why === undefined ? [] : [`${part.code ?? 'The answer'} ${why}.`];
  });
  return [...new Set(sentences)].sort();
}

function againstTheWhole({ meaning }: AnswerPart, { whole }: LineAnswer): string | undefined {
  if (whole === 'reject' && !agreesWithRefusal.includes(meaning))
    return 'is for a line of an order refused as a whole';
  if (whole === 'accept' && meaning === 'reject') return 'rejects a line of an order accepted as a whole';
  if (whole === 'accept' && meaning === 'hold') return 'holds a line of an order accepted as a whole';
  return undefined;
}
