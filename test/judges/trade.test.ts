import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '#edi/codec/interchange.ts';
import { contrlOf, functionalAcknowledgement } from '#test/edi/acknowledgement.ts';
import { isMapName, maps } from '#test/edi/maps/reading.ts';
import { writeSellersDatabase } from './a-sellers-database.ts';
import { MockEdi, type Trade, whyNot } from './mock-edi.ts';
import { received, whatWeSend } from './what-we-send.ts';

const us = { qualifier: '14', id: '4012345000009' };
const them = { qualifier: '14', id: '4098765000003' };
const folder = mkdtempSync(join(tmpdir(), 'crossdock-trade-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What this seller does not do as the standards say, and a buyer lives with: reasons after ACK, FTX after PRI. */
const tolerated = ['segment-unexpected'] as const;

const transactionsOf = (text: string): readonly Transaction[] =>
  received(text, { tolerated }).groups.flatMap(({ transactions }) => transactions);

describe.skipIf(whyNot !== undefined).each([
  ['x12', '850-order.004010.golden.x12', ['997', '855', '856', '810']],
  ['edifact', 'ORDERS-order.D96A.golden.edi', ['CONTRL', 'ORDRSP', 'DESADV', 'INVOIC']],
] as const)('an order by %s to a seller nobody here wrote', (standard, golden, types) => {
  let seller: MockEdi;
  let trade: Trade;
  beforeAll(async () => {
    const database = join(folder, `${standard}.db`);
    // The seller knows an item by our number in EDIFACT (the first of PIA), by its own in X12.
    writeSellersDatabase(database, { ...us, standard }, [
      { sku: standard === 'x12' ? '77-01' : 'FX-0001', gtin: '4098765000102', price: '0.125', inStock: 9000 },
      { sku: '77-02', gtin: '', price: '31', inStock: 9000 },
    ]);
    const options = ['--db', database, '--as2-id', them.id, '--qualifier', them.qualifier];
    seller = await MockEdi.start(options);
    const order = whatWeSend.find(({ name }) => name === golden);
    trade = await seller.trade(order?.bytes ?? new Uint8Array());
  });
  afterAll(() => seller?.stop());

  test('[S1] is accepted, confirmed, shipped and invoiced', () => {
    expect(trade.accepted).toBe(true);
    const answered = trade.answers.flatMap((text) => transactionsOf(text).map(({ type }) => type));
    expect(answered).toEqual(types);
  });

  test('[S1] what it answers is accepted, and every document is mapped', () => {
    for (const text of trade.answers.slice(1)) {
      const [transaction] = transactionsOf(text);
      if (!transaction || !isMapName(transaction.type)) throw new Error(`there is no map for ${text}`);
      expect(transaction.outcome, transaction.type).not.toBe('rejected');
      const mapped = maps[transaction.type](transaction);
      expect(mapped).toMatchObject({ ok: true });
      if (mapped.ok && 'totals' in mapped.document) expect(mapped.document.totals.invoice).toBe('432');
    }
  });

  test('[S4] it takes our acknowledgements for those of its documents', async () => {
    for (const [index, text] of trade.answers.slice(1).entries()) {
      const interchange = received(text, { tolerated });
      const ours =
        standard === 'x12'
          ? functionalAcknowledgement(interchange, '997', '004010', 400 + index)
          : contrlOf(interchange, String(400 + index));
      const { acknowledged } = await seller.trade(ours);
      expect(acknowledged).toMatchObject([{ matched: true, status: expect.stringMatching('accepted') }]);
    }
  });
});
