import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect } from 'vitest';
import { writerTo } from '#local/erp-seed/erp-writer.ts';
import { SYSTEM } from '#local/story/configure.ts';
import { eventually } from '#local/story/eventually.ts';
import { outputOf } from '#local/story/outputs.ts';
import type { Played } from '#local/story/play.ts';
import { syncNow } from '#local/story/sync.ts';
import { receiveGoods } from '#local/warehouse/receive-goods.ts';
import { theStack } from '../the-stack.ts';

/** Goods that arrived in the ERP and were told to us, of an order that nobody sent anywhere. */
export interface Arrival {
  readonly orderId: string;
  readonly lineNumber: number;
  /** In the item's base unit. */
  readonly good: string;
}

/** The warehouse receives one line of an order whose supplier has no EDI; Crossdock hears of it. */
export async function receiveOneLine({ story, eyes }: Played): Promise<Arrival> {
  const { records } = eyes;
  const ledgers = await records.getMany(
    'order-ledger',
    story.orders.map(({ id }) => id),
  );
  const ledger = ledgers.find(({ body }) => body.channel === 'none')?.body;
  const [line] = ledger?.lines ?? [];
  const order = ledger && (await records.get('purchase-order', ledger.id));
  const native = order?.body.identifiers.find(({ scheme }) => scheme === `${SYSTEM}:purchase-order`);
  if (!ledger || !line || !native) throw new Error('Every order of the story went by EDI.');
  const stack = theStack();
  const { lineNumber, quantity, baseQuantity } = line;
  await receiveGoods(writerTo(stack.erp), Number(native.value), [
    { lineNumber, quantity: Number(quantity.value), damaged: 0 },
  ]);
  await syncNow(stack.outputs, 'SyncGoodsReceipts');
  return { orderId: ledger.id, lineNumber, good: baseQuantity.value };
}

/** Look into the dead-letter queues now, instead of within the minute. */
async function indexNow(): Promise<void> {
  const FunctionName = outputOf(theStack().outputs, 'IndexDeadLettersFunctionName');
  const { FunctionError, Payload } = await new LambdaClient({}).send(new InvokeCommand({ FunctionName }));
  if (FunctionError) throw new Error(Buffer.from(Payload ?? []).toString());
}

/** The dead letter a queue came to. */
export const untilDead = ({ eyes }: Played, queue: string): Promise<string> =>
  eventually('The dead letter', 120, async () => {
    await indexNow();
    const { entries } = await eyes.records.list('dead-letter', {
      list: 'dead-letters-by-queue',
      scope: `${queue}#waiting`,
      limit: 10,
    });
    const [first] = entries;
    return first ? { seen: first.id } : { notYet: 'none is known.' };
  });

/** What the ledger says arrived of that line, receipt by receipt. */
export async function arrivedOf({ eyes }: Played, { orderId, lineNumber }: Arrival): Promise<string[]> {
  const ledger = await eyes.records.get('order-ledger', orderId);
  const line = ledger?.body.lines.find((one) => one.lineNumber === lineNumber);
  expect(line, orderId).toBeDefined();
  return line?.received.map(({ good }) => good) ?? [];
}
