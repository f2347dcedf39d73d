import type { Micros } from '#core/kernel/decimal.ts';
import type { BilledLine, Entry, InvoiceContext } from './model.ts';
import { type JudgedLine, judgeLine } from './rules/judge-line.ts';

interface OrderLine {
  readonly order: NonNullable<BilledLine['order']>;
  readonly billed: readonly BilledLine[];
}

export interface JudgedOrderLines {
  /** What was found of the order line that an invoice line is for; undefined where its own fault says it all. */
  verdictOf(line: BilledLine): JudgedLine | undefined;
  /** What the orders say the goods cost; what no order tells is taken as it is asked. */
  readonly expectedGoods: Micros;
  readonly entries: readonly Entry[];
  readonly waitsFor: ReadonlySet<string>;
}

/** Judge all that an invoice asks on one order line together, however many of its lines it is spread over. */
export function judgeOrderLines(
  { document, agreement, overridden }: InvoiceContext,
  billed: readonly BilledLine[],
): JudgedOrderLines {
  const verdicts = new Map<string, JudgedLine>();
  const entries: Entry[] = [];
  const waitsFor = new Set<string>();
  let expectedGoods = billed.filter((line) => !isJudged(line)).reduce((sum, { goods }) => sum + goods, 0n);
  for (const [key, { order, billed: lines }] of byOrderLine(billed)) {
    const { ledger, line, item } = order;
    const quantity = lines.reduce((sum, { base }) => sum + base, 0n);
    const amount = lines.reduce((sum, { goods }) => sum + goods, 0n);
    const judged = judgeLine(
      { invoiceId: document.id, quantity, amount, lines: lines.length },
      { line, item, tolerances: agreement.tolerances, cancelled: ledger.cancelled, overridden },
    );
    verdicts.set(key, judged);
    expectedGoods += judged.counts === quantity ? judged.expected : amount;
    entries.push({
      purchaseOrderId: ledger.id,
      lineNumber: line.lineNumber,
      quantity: judged.counts,
      amount,
    });
    if (judged.verdict === 'waits_for_receipt') waitsFor.add(ledger.id);
  }
  return { verdictOf: (line) => verdicts.get(keyOf(line)), expectedGoods, entries, waitsFor };
}

const isJudged = ({ order, fault }: BilledLine): boolean => order !== undefined && fault === undefined;

const keyOf = ({ order }: BilledLine): string => (order ? `${order.ledger.id}#${order.line.lineNumber}` : '');

function byOrderLine(billed: readonly BilledLine[]): ReadonlyMap<string, OrderLine> {
  const groups = new Map<string, OrderLine>();
  for (const line of billed) {
    const { order } = line;
    if (!order || !isJudged(line)) continue;
    const before = groups.get(keyOf(line))?.billed ?? [];
    groups.set(keyOf(line), { order, billed: [...before, line] });
  }
  return groups;
}
