/** What the comparison of an answer with a line works on. Amounts are in the item's base unit. */
import type { LocalDate } from '#core/kernel/dates.ts';
import { type Micros, maximum, ZERO } from '#core/kernel/decimal.ts';
import type { WholeMeaning } from './answer-codes.ts';
import type { LineMeaning } from './line-codes.ts';
import type { BasedPrice } from './tolerance.ts';

/** A line as we ordered it. */
export interface OrderedLine {
  readonly ordered: Micros;
  readonly price: BasedPrice;
  readonly requestedDate: LocalDate;
}

/** One confirmation of a line. Undefined is what the supplier left out. */
export interface AnswerPart {
  /** What its own code claims. */
  readonly meaning: LineMeaning | undefined;
  /** The code as it was stated, for those who read the evidence. */
  readonly code: string | undefined;
  readonly quantity: Micros | undefined;
  readonly deliveryDate: LocalDate | undefined;
  /** The item it names, where that is another one than was ordered. */
  readonly substituteItemId: string | undefined;
}

/** Everything a supplier said about one line. */
export interface LineAnswer {
  /** What was said of the whole order. */
  readonly whole: WholeMeaning;
  readonly parts: readonly AnswerPart[];
  /** Said to come later beside the parts (EDIFACT QTY 83). */
  readonly backordered: Micros;
  readonly prices: readonly BasedPrice[];
  /** The supplier counts in another currency: its prices compare with nothing. */
  readonly otherCurrency: boolean;
}

/** How much of a line is spoken of in which way. */
export interface Amounts {
  readonly confirmed: Micros;
  readonly backordered: Micros;
  readonly held: Micros;
  readonly rejected: Micros;
}

/** What a part means: by its code, else by what was said of the whole order. */
export function meaningOf({ meaning }: AnswerPart, { whole }: LineAnswer): LineMeaning {
  if (whole === 'reject') return 'reject';
  if (meaning !== undefined) return meaning;
  if (whole === 'accept') return 'accept';
  return whole === 'hold' ? 'hold' : 'compare';
}

/** Who gets the rest of the line among parts without a quantity: the gravest, so that nothing is believed too early. */
const restGoesTo: readonly (keyof Amounts)[] = ['rejected', 'held', 'backordered', 'confirmed'];

/** How much of the line each kind of part speaks for. A part without a quantity speaks for what the others leave. */
export function amountsOf({ ordered }: OrderedLine, answer: LineAnswer): Amounts {
  const comes =
    answer.parts.length === 0 || answer.parts.some((part) => meaningOf(part, answer) !== 'reject');
  // What is said to come later beside a refusal contradicts it: nothing to count on.
  const backordered = comes ? answer.backordered : ZERO;
  const amounts = { confirmed: ZERO, backordered, held: ZERO, rejected: ZERO };
  const kindOf = (part: AnswerPart): keyof Amounts => kinds[meaningOf(part, answer)] ?? 'confirmed';
  for (const part of answer.parts) amounts[kindOf(part)] += part.quantity ?? ZERO;
  const stated = amounts.confirmed + amounts.backordered + amounts.held + amounts.rejected;
  const open = answer.parts.filter(({ quantity }) => quantity === undefined).map(kindOf);
  const heir = restGoesTo.find((kind) => open.includes(kind));
  if (heir) amounts[heir] += maximum(ZERO, ordered - stated);
  if (answer.parts.some((part) => meaningOf(part, answer) === 'partial')) {
    const balance = ordered - amounts.confirmed - amounts.held - amounts.rejected;
    amounts.backordered = maximum(amounts.backordered, balance);
  }
  return amounts;
}

const kinds: { readonly [M in LineMeaning]?: keyof Amounts } = {
  reject: 'rejected',
  hold: 'held',
  backorder: 'backordered',
};
