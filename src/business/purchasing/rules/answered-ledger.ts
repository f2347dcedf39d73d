import type { LedgerLine, LineOutcome, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Instant, LocalDate } from '#core/kernel/dates.ts';
import { decimalText, type Micros, micros } from '#core/kernel/decimal.ts';
import type { Currency, Price } from '#core/kernel/money.ts';
import type { JudgedLine } from './judge-answer.ts';
import type { BasedPrice } from './tolerance.ts';

/** The document that answered, and when. */
export interface AnsweringDocument {
  readonly documentId: string;
  readonly ordinal: string;
  readonly at: Instant;
  /** Until when what it leaves open has to be answered, where no clock runs yet. */
  readonly dueAt: Instant | undefined;
}

/** The ledger after an answer: what was said of each line, what is promised, and what the order's answer is as a whole. */
export function answeredLedger(
  ledger: OrderLedger,
  answered: readonly JudgedLine[],
  { documentId, ordinal, at, dueAt: newDueAt }: AnsweringDocument,
): OrderLedger {
  const judged = new Map(answered.map((one) => [one.line.lineNumber, one]));
  const lines = ledger.lines.map((line) => {
    const one = judged.get(line.lineNumber);
    return one && !line.cancelled ? answeredLine(line, one, documentId, ledger.currency) : line;
  });
  const state = ledger.change.unanswered === undefined ? answerStateOf(lines) : 'awaiting';
  const { dueAt = newDueAt, overdueSince } = ledger.answer;
  const clockRuns = state === 'awaiting' || state === 'held';
  return {
    ...ledger,
    lines,
    answer: {
      state,
      documentId,
      ordinal,
      answeredAt: at,
      ...(clockRuns && dueAt && { dueAt }),
      ...(clockRuns && overdueSince && { overdueSince }),
    },
  };
}

function answeredLine(
  line: LedgerLine,
  { line: compared, comparison }: JudgedLine,
  documentId: string,
  currency: Currency,
): LedgerLine {
  const { outcomes, quantity, price, deliveryDate, substituteItemId } = comparison;
  const answer = {
    documentId,
    outcomes: [...outcomes],
    quantity: inOrdersUnit(quantity, line),
    ...(price && { price: priceInWords(price, line, currency) }),
    ...(deliveryDate && { deliveryDate }),
    ...(substituteItemId && { substituteItemId }),
  };
  const promised = outcomes[0] === 'accepted' ? (deliveryDate ?? compared.requestedDate) : undefined;
  return { ...line, answer, ...(promised && promisedFor(line, promised)) };
}

/** The first promise stays; the last one counts. */
export const promisedFor = ({ firstPromisedDate }: LedgerLine, date: LocalDate) => ({
  firstPromisedDate: firstPromisedDate ?? date,
  lastPromisedDate: date,
});

/** So many base units in the order's unit, to the sixth decimal. */
const inOrdersUnit = (base: Micros, { quantity, baseQuantity }: LedgerLine): string => {
  const orderedBase = micros(baseQuantity.value);
  return decimalText(orderedBase === 0n ? base : (base * micros(quantity.value)) / orderedBase);
};

/** A price on the basis of the order's own where that is exact, else on its own in base units. */
export function priceInWords(
  price: BasedPrice,
  { price: ordered, baseQuantity, quantity }: LedgerLine,
  currency: Currency,
): Price {
  const [orderBase, orderUnits] = [micros(baseQuantity.value), micros(quantity.value)];
  const per =
    ordered.per.unit === baseQuantity.unit
      ? micros(ordered.per.value)
      : perInBase(ordered, orderBase, orderUnits);
  const scaled = price.amount * per;
  if (per > 0n && scaled % price.per === 0n)
    return { amount: decimalText(scaled / price.per), currency, per: ordered.per };
  return {
    amount: decimalText(price.amount),
    currency,
    per: { value: decimalText(price.per), unit: baseQuantity.unit },
  };
}

const perInBase = ({ per }: Price, orderBase: Micros, orderUnits: Micros): Micros =>
  orderUnits === 0n ? 0n : (micros(per.value) * orderBase) / orderUnits;

const gravest: readonly (readonly [LineOutcome, OrderLedger['answer']['state']])[] = [
  ['unanswered', 'awaiting'],
  ['held', 'held'],
];

/** The answer to the order as a whole, where no change of it is unanswered: the clock runs while a line is unanswered or held. */
function answerStateOf(lines: readonly LedgerLine[]): OrderLedger['answer']['state'] {
  const open = lines.filter(({ cancelled }) => !cancelled);
  const outcomes = open.map(({ answer }): readonly LineOutcome[] => answer?.outcomes ?? ['unanswered']);
  const running = gravest.find(([outcome]) => outcomes.some((those) => those.includes(outcome)));
  if (running) return running[1];
  if (outcomes.every(([first]) => first === 'rejected')) return 'rejected';
  return outcomes.every(([first]) => first === 'accepted') ? 'accepted' : 'differs';
}
