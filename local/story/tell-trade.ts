import type { Exception } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Decided } from './repair.ts';
import type { FollowedItem } from './tell-item.ts';
import type { Traded } from './trade.ts';

/** What came of the orders, in a buyer's words: answers, shipments, receipts and invoices. */
export function tellTrade({ ledgers, shipments, invoices, explained }: Traded): string[] {
  const answers = countBy(ledgers, ({ answer }) => answer.state);
  const lines = ledgers.flatMap((ledger) => ledger.lines);
  const short = lines.filter(({ answer }) => answer?.outcomes.includes('quantity'));
  const dearer = lines.filter(({ answer }) => answer?.outcomes.includes('price'));
  return [
    `${ledgers.length} orders went to two suppliers by EDI (X12 850 and EDIFACT ORDERS). They answered: ${inWords(answers)}.`,
    `  Of ${lines.length} lines ${short.length} were confirmed short and ${dearer.length} at another price.`,
    `  ${shipments.length} ship notices announced the goods; the warehouse received them, one case damaged.`,
    ...(explained.codes.length > 0
      ? [
          `  ${explained.released} documents waited for the code ${explained.codes.join(', ')}; a steward said once what it is, and they went on.`,
        ]
      : []),
    `  ${invoices.length} invoices came: ${inWords(countBy(invoices, ({ state }) => state))}.`,
  ];
}

/** What waits for whom, and what it is worth. */
export const tellWaiting = (exceptions: readonly Exception[]): string[] => [
  `${exceptions.length} exceptions wait for people:`,
  ...Object.entries(Object.groupBy(exceptions, ({ owner }) => owner)).flatMap(([owner, theirs = []]) => [
    `  ${owner.replaceAll('_', ' ')}: ${theirs.length}, worth ${worthOf(theirs)}`,
    ...dearestFirst(theirs)
      .slice(0, 3)
      .map(({ title }) => `    ${title}`),
    ...(theirs.length > 3 ? [`    and ${theirs.length - 3} more`] : []),
  ]),
];

const dearestFirst = (exceptions: readonly Exception[]): Exception[] =>
  exceptions.toSorted((a, b) => Number(b.atStake?.amount ?? 0) - Number(a.atStake?.amount ?? 0));

function countBy<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}

const inWords = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${count} ${name.replaceAll('_', ' ')}`).join(', ') || 'nothing';

function worthOf(exceptions: readonly Exception[]): string {
  const totals = new Map<string, number>();
  for (const { atStake } of exceptions) {
    if (atStake) totals.set(atStake.currency, (totals.get(atStake.currency) ?? 0) + Number(atStake.amount));
  }
  return (
    [...totals].map(([currency, amount]) => `${amount.toFixed(2)} ${currency}`).join(', ') || 'not known'
  );
}

/** A buyer's repair, and what it moved. */
export function tellDecided({ exception, before, after, onTimeInFull }: Decided): string[] {
  const number = exception.about.lineNumber;
  const lineOf = ({ lines }: OrderLedger) => lines.find(({ lineNumber }) => lineNumber === number);
  const [was, is] = [lineOf(before), lineOf(after)];
  if (!was || !is) return [];
  return [
    '',
    `A buyer accepted through the API: ${exception.title}`,
    `  Order ${after.orderNumber} line ${number} went from ${was.quantity.value} ${was.quantity.unit} at ${was.price.amount} to ${is.quantity.value} ${is.quantity.unit} at ${is.price.amount} ${is.price.currency}, in the ERP too.`,
    `  On time in full of ${after.supplierId} this month: ${onTimeInFull.before} before, ${onTimeInFull.after} after.`,
  ];
}

/** What the supplier said to the line of one item, what arrived of it, what was asked for it, and who must decide. */
export function tellDialogue(
  { proposal, order }: FollowedItem,
  traded: Traded,
  exceptions: readonly Exception[],
): string[] {
  const ledger = traded.ledgers.find(({ id }) => id === order?.id);
  const line = ledger?.lines.find(({ itemId }) => itemId === proposal.itemId);
  if (!ledger || !line) return [];
  const { answer, quantity, shipped, received, invoiced, baseQuantity } = line;
  const said = answer
    ? `${answer.quantity ?? quantity.value} ${quantity.unit} of ${quantity.value}, at ${answer.price?.amount ?? line.price.amount}, for ${answer.deliveryDate ?? 'no day'}`
    : 'nothing yet';
  const waiting = exceptions.filter(
    ({ about }) => about.purchaseOrderId === ledger.id && about.lineNumber === line.lineNumber,
  );
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + Number(amount), 0);
  return [
    `  ${ledger.supplierId} answered: ${said} (${answer?.outcomes.join(', ') ?? 'unanswered'}).`,
    `  Shipped ${sum(shipped.map((one) => one.quantity))} ${baseQuantity.unit}; arrived ${sum(received.map(({ good }) => good))} in good order, ${sum(received.map(({ damaged }) => damaged))} damaged.`,
    `  Invoiced ${sum(invoiced.map((one) => one.quantity))} ${baseQuantity.unit} for ${sum(invoiced.map(({ amount }) => amount)).toFixed(2)} ${ledger.currency}.`,
    ...waiting.map(({ owner, title, atStake }) => {
      const worth = atStake ? `, worth ${atStake.amount} ${atStake.currency}` : '';
      return `  For the ${owner.replaceAll('_', ' ')}${worth}: ${title}`;
    }),
  ];
}
