/** Our exchange and a seller nobody here wrote, from the order to the acknowledgement of its invoice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import {
  anAgreement,
  anExchange,
  correlationId,
  edifact,
  them,
  us,
  x12,
} from '#test/edi/exchange/an-exchange.ts';
import { writeSellersDatabase } from './a-sellers-database.ts';
import { MockEdi, whyNot } from './mock-edi.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossdock-exchange-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What this seller does otherwise than the standards, and a buyer lives with. */
const tolerated = ['segment-unexpected', 'element-condition'] as const;
const agreements = {
  x12: x12({ usage: 'test', tolerated: [...tolerated] }),
  edifact: edifact({ usage: 'test', tolerated: [...tolerated] }),
};

const anOrder = (id: string, number: string) => {
  const order = aPurchaseOrder({ id, state: 'confirmed', number });
  const price = { amount: '0.125', currency: 'EUR', per: { value: '1', unit: 'EA' } } as const;
  return { ...order, lines: order.lines.map((line) => ({ ...line, price })) };
};

async function traded(standard: 'x12' | 'edifact', behaviour: string) {
  const room = anExchange();
  await room.agree(anAgreement({ edi: agreements[standard] }));
  await room.order(anOrder('po-1', 'PO-0081'));
  unwrap(await sendPurchaseOrder(room.ports, { purchaseOrderId: 'po-1', correlationId }));
  const database = join(folder, `${standard}-${behaviour}.db`);
  writeSellersDatabase(database, { ...us, standard }, [
    { sku: 'I1', gtin: '', price: '0.125', inStock: 9000 },
  ]);
  const seller = await MockEdi.start(['--db', database, '--as2-id', them.id, '--qualifier', them.qualifier]);
  try {
    await fetch(`${seller.url}/_mock/partners/${us.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ behaviour }),
    });
    const { answers } = await seller.trade(Buffer.from(room.mailbox()[0]?.text ?? ''));
    for (const text of answers) unwrap(await room.drop(text));
    const acknowledged: { readonly matched: boolean; readonly status: string }[] = [];
    for (const { text } of room.mailbox().slice(1))
      acknowledged.push(...(await seller.trade(Buffer.from(text))).acknowledged);
    return { room, acknowledged };
  } finally {
    seller.stop();
  }
}

const inward = async ({ room }: Awaited<ReturnType<typeof traded>>) =>
  (await room.documents())
    .filter(({ direction }) => direction === 'in')
    .map(({ kind, state }) => `${kind} ${state}`);

const outward = async ({ room }: Awaited<ReturnType<typeof traded>>) =>
  (await room.documents()).find(({ direction }) => direction === 'out')?.state;

describe.skipIf(whyNot !== undefined).each(['x12', 'edifact'] as const)('an exchange by %s', (standard) => {
  test('[S1] [S4] an order is delivered, answered, shipped and invoiced, and everything is acknowledged', async () => {
    const trade = await traded(standard, 'accept');
    expect(await outward(trade)).toBe('delivered');
    expect((await inward(trade)).sort()).toEqual([
      'order-acknowledgement received',
      'ship-notice received',
      'supplier-invoice received',
    ]);
    expect(trade.acknowledged).toHaveLength(3);
    expect(trade.acknowledged.every(({ matched, status }) => matched && status.startsWith('accepted'))).toBe(
      true,
    );
    expect(await trade.room.exceptions()).toEqual([]);
    const orders = (await trade.room.documents()).map(({ orderNumber }) => orderNumber);
    expect(new Set(orders)).toEqual(new Set(['PO-0081']));
  });

  test('[S15] a rejecting acknowledgement refuses the order, and nothing else comes', async () => {
    const trade = await traded(standard, 'reject-ack');
    expect(await outward(trade)).toBe('refused');
    expect(await inward(trade)).toEqual([]);
  });

  test('[S3] documents that miscount themselves are rejected and the seller is told; the order stays delivered', async () => {
    const trade = await traded(standard, 'corrupt');
    expect(await outward(trade)).toBe('delivered');
    expect((await inward(trade)).every((document) => document.endsWith('rejected'))).toBe(true);
    expect(trade.acknowledged.length).toBeGreaterThan(0);
    expect(trade.acknowledged.every(({ matched, status }) => matched && status === 'rejected')).toBe(true);
    expect((await trade.room.exceptions()).every(({ kind }) => kind === 'document-rejected')).toBe(true);
  });

  test('[S4] of a seller that keeps silent nothing is known', async () => {
    const trade = await traded(standard, 'no-ack');
    expect(await outward(trade)).toBe('sent');
  });
});
