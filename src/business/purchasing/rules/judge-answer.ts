import type { CountedItem } from '#core/canonical/base-units.ts';
import type { AcknowledgedLine, OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Tolerances } from '#core/canonical/partner-agreement.ts';
import { type WholeMeaning, wholeMeaning } from './answer-codes.ts';
import { type Comparison, compareLine } from './compare-line.ts';
import type { LineAnswer, OrderedLine } from './line-answer.ts';
import { type ItemOf, matchLines } from './match-lines.ts';
import { isConflict, type UnitConflict } from './order-units.ts';
import { orderedLine, readAnswer } from './read-answer.ts';

/** What an answer is judged with. */
export interface JudgeContext {
  readonly itemOf: ItemOf;
  readonly items: ReadonlyMap<string, CountedItem>;
  /** By item; absent is none. */
  readonly transitDays: ReadonlyMap<string, number>;
  readonly tolerances: Tolerances;
}

/** One line of the order with what its answer came to. */
export interface JudgedLine {
  readonly line: LedgerLine;
  readonly ordered: OrderedLine;
  readonly comparison: Comparison;
}

export interface Judgement {
  /** The lines that were answered; the others stay as they were. */
  readonly answered: readonly JudgedLine[];
  readonly unanswered: readonly LedgerLine[];
  /** The numbers of the lines that the document lists. */
  readonly listed: ReadonlySet<number>;
  /** What was said about no line of the order. */
  readonly strangers: readonly AcknowledgedLine[];
}

/** A unit in which an item cannot be counted stops the whole: nothing of it can be compared. */
export interface JudgementStopped extends UnitConflict {
  readonly itemId: string;
}

/** Hold an answer against the order, line by line (S11). Nothing depends on the order of lines or confirmations. */
export function judgeAnswer(
  ledger: OrderLedger,
  document: OrderAcknowledgement,
  context: JudgeContext,
): Judgement | JudgementStopped {
  const open = ledger.lines.filter(({ cancelled }) => !cancelled);
  const { matched, strangers } = matchLines(ledger.lines, document.lines, context.itemOf);
  const whole = wholeMeaning(document.standard, document.answerCode);
  const answered: JudgedLine[] = [];
  const unanswered: LedgerLine[] = [];
  for (const line of open) {
    const item = context.items.get(line.itemId) ?? { baseUnit: line.baseQuantity.unit, packs: [] };
    const ordered = orderedLine(line, item);
    if (isConflict(ordered)) return { ...ordered, itemId: line.itemId };
    const stated = matched.get(line.lineNumber);
    const transitDays = context.transitDays.get(line.itemId) ?? 0;
    const answer = stated
      ? readAnswer(line, stated, {
          document,
          currency: ledger.currency,
          item,
          transitDays,
          itemOf: context.itemOf,
        })
      : impliedBy(whole);
    if (answer === undefined) unanswered.push(line);
    else if (isConflict(answer)) return { ...answer, itemId: line.itemId };
    else answered.push({ line, ordered, comparison: compareLine(ordered, answer, context.tolerances) });
  }
  return { answered, unanswered, strangers, listed: new Set(matched.keys()) };
}

/** What the answer to the whole order says about a line it does not list. */
function impliedBy(whole: WholeMeaning): LineAnswer | undefined {
  if (whole === 'listed-only') return undefined;
  const meaning = { accept: 'accept', 'accept-unlisted': 'accept', hold: 'hold', reject: 'reject' } as const;
  const part = {
    meaning: meaning[whole],
    code: undefined,
    quantity: undefined,
    deliveryDate: undefined,
    substituteItemId: undefined,
  };
  return { whole, parts: [part], backordered: 0n, prices: [], otherCurrency: false };
}
