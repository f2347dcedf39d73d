import type { Exception, ExceptionKind } from '#core/canonical/exception.ts';
import type { LedgerLine, LineOutcome, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { LocalDate } from '#core/kernel/dates.ts';
import { parseDecimal, ZERO } from '#core/kernel/decimal.ts';
import { lineChange } from './agreed-changes.ts';
import { kindOfOutcome } from './answer-exceptions.ts';
import type { ChangedLine } from './order-differences.ts';
import { inOrderUnit } from './order-units.ts';
import { totalShipped } from './shipped-ledger.ts';

/** What a buyer's decision about an exception comes to. */
export interface Decision {
  readonly lines: readonly ChangedLine[];
  /** By line, what the supplier's word on its delivery is from now on: ours alone, no system is told. */
  readonly promises: ReadonlyMap<number, LocalDate>;
  /** Whether the system of record is to change. */
  readonly posts: boolean;
  /** Whether the supplier is to be told, and owes an answer. */
  readonly tells: boolean;
}

type Resolution = NonNullable<Exception['resolution']>;

const nothing: Decision = { lines: [], promises: new Map(), posts: false, tells: false };

/**
 * What follows from a decision. Accept: the order becomes what the supplier said or shipped. Counter: the supplier is
 * asked for something else, and the order changes once it agrees. Cancel: both learn that the line goes; a supplier
 * that rejected the line itself knows. Everything else is done elsewhere.
 */
export function decisionOf(ledger: OrderLedger, { kind, about, resolution }: Exception): Decision {
  if (!resolution || !asksBuyer(kind)) return nothing;
  const lines = ledger.lines.filter((line) => !line.cancelled && isAbout(line, about.lineNumber, kind));
  if (resolution.action === 'accept') return accepted(ledger, lines, kind);
  if (resolution.action === 'counter') return countered(lines, resolution);
  if (resolution.action !== 'cancel-line') return nothing;
  const cancelled = lines.map(
    ({ lineNumber, itemId }) => ({ lineNumber, itemId, action: 'cancel' }) as const,
  );
  const known = lines.every(({ answer }) => answer?.outcomes.includes('rejected'));
  return { ...nothing, lines: cancelled, posts: true, tells: !known };
}

const shipments: readonly ExceptionKind[] = ['ship-notice-late', 'ship-notice-differs'];
const answers: readonly ExceptionKind[] = [
  ...Object.values(kindOfOutcome),
  'supplier-proposes-change',
  'answer-overdue',
];

const asksBuyer = (kind: ExceptionKind): boolean => shipments.includes(kind) || answers.includes(kind);

/** An exception about several lines names none of them: it is about those whose answers are of its kind. */
function isAbout(
  { lineNumber, answer, shipped }: LedgerLine,
  named: number | undefined,
  kind: ExceptionKind,
): boolean {
  if (named !== undefined) return lineNumber === named;
  if (shipments.includes(kind)) return shipped.length > 0;
  const outcomes = answer?.outcomes ?? [];
  if (kind === 'supplier-proposes-change') return outcomes.some((outcome) => outcome !== 'accepted');
  if (kind === 'answer-overdue') return answer === undefined || outcomes.includes('held');
  return outcomes.some((outcome) => kindOfOutcome[outcome] === kind);
}

/** What of an answer a kind of exception is about; the whole of it where codes contradict, or a wish is granted. */
const partOf: { readonly [K in ExceptionKind]?: readonly LineOutcome[] } = {
  'short-or-backorder': ['quantity', 'backordered'],
  'price-difference': ['price'],
  'date-slip': ['date'],
  substitution: ['substituted'],
  'answer-contradicts': ['quantity', 'backordered', 'price', 'date', 'substituted', 'rejected'],
  'supplier-proposes-change': ['quantity', 'backordered', 'price', 'date', 'substituted', 'rejected'],
};

function accepted({ lines: all }: OrderLedger, lines: readonly LedgerLine[], kind: ExceptionKind): Decision {
  const promises = new Map<number, LocalDate>();
  const changes: ChangedLine[] = [];
  let next = Math.max(...all.map(({ lineNumber }) => lineNumber)) + 1;
  for (const line of lines) {
    const date = promiseOf(line, kind);
    if (date !== undefined) promises.set(line.lineNumber, date);
    const accepts = (outcome: LineOutcome): boolean =>
      (partOf[kind]?.includes(outcome) && line.answer?.outcomes.includes(outcome)) ?? false;
    if (kind === 'ship-notice-differs') {
      changes.push(...lineChange(line, { quantity: inOrderUnit(totalShipped(line), line) }));
    } else if (accepts('rejected')) {
      changes.push({ lineNumber: line.lineNumber, itemId: line.itemId, action: 'cancel' });
    } else if (accepts('substituted')) {
      changes.push(...replaced(line, next));
      next += 1;
    } else {
      changes.push(...asAnswered(line, accepts('quantity'), accepts('price')));
    }
  }
  return { lines: changes, promises, posts: changes.length > 0, tells: false };
}

/** The day the supplier's word is, where the exception is about days or the accepted part comes later. */
function promiseOf({ answer, shipped }: LedgerLine, kind: ExceptionKind): LocalDate | undefined {
  if (kind === 'ship-notice-late')
    return (
      shipped
        .map(({ expectedOn }) => expectedOn ?? '')
        .sort()
        .at(-1) || undefined
    );
  const about = partOf[kind] ?? [];
  const isDated = about.includes('date') || about.includes('backordered') || about.includes('substituted');
  return isDated ? answer?.deliveryDate : undefined;
}

function asAnswered(line: LedgerLine, quantity: boolean, price: boolean): readonly ChangedLine[] {
  const { answer } = line;
  return lineChange(line, {
    ...(quantity && answer?.quantity && { quantity: { value: answer.quantity, unit: line.quantity.unit } }),
    ...(price && answer?.price && { price: answer.price }),
  });
}

/** The ordered item goes and the offered one comes, on a line of its own. */
function replaced(
  { lineNumber, itemId, quantity, price, requestedDate, answer }: LedgerLine,
  next: number,
): readonly ChangedLine[] {
  const substitute = answer?.substituteItemId;
  if (substitute === undefined) return [];
  return [
    { lineNumber, itemId, action: 'cancel' },
    {
      lineNumber: next,
      itemId: substitute,
      action: 'add',
      quantity: { value: answer?.quantity ?? quantity.value, unit: quantity.unit },
      price: answer?.price ?? price,
      requestedDate: answer?.deliveryDate ?? requestedDate,
    },
  ];
}

/** What the buyer asks for instead, for each line it is about; a text that is no amount asks for nothing. */
function countered(lines: readonly LedgerLine[], { counter = {} }: Resolution): Decision {
  const changes = lines.flatMap((line) => {
    const { lineNumber, itemId, quantity, price } = line;
    const asked = {
      ...(isAmount(counter.quantity) ? { quantity: { value: counter.quantity, unit: quantity.unit } } : {}),
      ...(isAmount(counter.price) ? { price: { ...price, amount: counter.price } } : {}),
      ...(counter.requestedDate ? { requestedDate: counter.requestedDate } : {}),
    };
    return Object.keys(asked).length === 0
      ? []
      : [{ lineNumber, itemId, action: 'change' as const, ...asked }];
  });
  return { ...nothing, lines: changes, tells: changes.length > 0 };
}

const isAmount = (text: string | undefined): text is string =>
  text !== undefined && (parseDecimal(text) ?? -1n) >= ZERO;
