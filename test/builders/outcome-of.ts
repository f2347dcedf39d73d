/** What came of trading with a partner, in few words: what a table of expectations compares. */
import { exceptionOwnerSchema } from '#core/canonical/exception.ts';
import type { LedgerLine } from '#core/canonical/order-ledger.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import type { TradingRoom } from './trading-room.ts';

export interface Outcome {
  /** Of the order: what the supplier answered, and whether it is known to have the order. */
  readonly answer: string;
  readonly told: string;
  /** By line: what its answer came to, then `confirmed`, `shipped`, `received` and `invoiced` quantities. */
  readonly lines: readonly string[];
  /** Business interchanges each way and acknowledgements of ours, by state. */
  readonly interchanges: readonly string[];
  /** What the partner sent, by kind and state. */
  readonly documents: readonly string[];
  readonly invoices: readonly string[];
  /** What people are asked, by role. */
  readonly exceptions: readonly string[];
  /** What was to be changed in the ERP or told to the supplier. */
  readonly changes: readonly string[];
}

/** The state that trading left. */
export async function outcomeOf(room: TradingRoom, orderId = 'po-1'): Promise<Outcome> {
  const { records } = room;
  const ledger = (await records.get('order-ledger', orderId))?.body;
  const invoices = { list: 'invoices-by-supplier', scope: 'S1', limit: 100 } as const;
  const changes = { list: 'changes-by-order', scope: orderId, limit: 100 } as const;
  return {
    answer: ledger?.answer.state ?? 'no order',
    told: ledger?.told?.delivery ?? 'not',
    lines: (ledger?.lines ?? []).map(lineInWords),
    interchanges: counted(
      (await room.interchanges()).map(
        ({ direction, isAcknowledgement, state }) =>
          `${direction}${isAcknowledgement ? ' acknowledgement' : ''} ${state}`,
      ),
    ),
    documents: counted(
      (await room.documents())
        .filter(({ direction }) => direction === 'in')
        .map(({ kind, state }) => `${kind} ${state}`),
    ),
    invoices: counted((await records.list('invoice', invoices)).entries.map(({ body }) => body.state)),
    exceptions: counted(await openExceptions(room)),
    changes: counted(
      (await records.list('order-change', changes)).entries.map(
        ({ body: { origin, posting, telling } }) => `${origin}: posting ${posting}, telling ${telling}`,
      ),
    ),
  };
}

function lineInWords({ answer, shipped, received, invoiced }: LedgerLine): string {
  const sum = (texts: readonly string[]): string =>
    decimalText(texts.reduce((total, text) => total + micros(text), ZERO));
  return [
    answer?.outcomes.join('+') ?? 'no answer',
    answer?.quantity ?? '-',
    sum(shipped.map(({ quantity }) => quantity)),
    sum(received.map(({ good }) => good)),
    sum(invoiced.map(({ quantity }) => quantity)),
  ].join(' ');
}

async function openExceptions({ records }: TradingRoom): Promise<readonly string[]> {
  const found: string[] = [];
  for (const owner of exceptionOwnerSchema.options) {
    const query = { list: 'exceptions', scope: `${owner}#open`, limit: 100 } as const;
    const { entries } = await records.list('exception', query);
    found.push(...entries.map(({ body }) => `${owner}: ${body.kind}`));
  }
  return found;
}

/** Each with how often it is there when that is not once, in the order of the alphabet. */
function counted(all: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([one, count]) => (count === 1 ? one : `${count} ${one}`)).sort();
}
