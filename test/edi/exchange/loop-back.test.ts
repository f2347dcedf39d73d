/** What we send is read by our own receiving side, as another partner's system would read it. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EdiAgreement } from '#core/canonical/partner-agreement.ts';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import { unwrap } from '#core/kernel/result.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anAgreement, anExchange, correlationId, edifact, them, us, x12 } from './an-exchange.ts';

const amount = fc.integer({ min: 1, max: 999_999 }).map((cents) => String(cents / 100));
const letters = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'),
  minLength: 1,
  maxLength: 20,
});

const aLine = fc.record({
  quantity: fc.integer({ min: 1, max: 99_999 }).map(String),
  price: amount,
  days: fc.integer({ min: 0, max: 300 }),
});

const anOrder = fc.record({ number: letters, lines: fc.array(aLine, { minLength: 1, maxLength: 12 }) }).map(
  ({ number, lines }): PurchaseOrder =>
    aPurchaseOrder({
      state: 'confirmed',
      number,
      lines: lines.map(({ quantity, price, days }, i) => ({
        lineNumber: i + 1,
        itemId: `ITEM-${i + 1}`,
        quantity: { value: quantity, unit: 'EA' },
        baseQuantity: { value: quantity, unit: 'EA' },
        openQuantity: quantity,
        price: { amount: price, currency: 'EUR', per: { value: '1', unit: 'EA' } },
        requestedDate: new Date(Date.UTC(2026, 10, 23 + days)).toISOString().slice(0, 10),
      })),
    }),
);

const delimiters = fc.constantFrom(
  undefined,
  { element: '|', component: '<', terminator: '\n' },
  { element: '\u001d', component: '\u001f', terminator: '\u001c', repetition: '\u001e' },
);

const anEdi: fc.Arbitrary<EdiAgreement> = fc.oneof(
  fc
    .record({ version: fc.constantFrom('004010' as const, '005010' as const), delimiters })
    .map(({ version, delimiters: own }) => x12({ version, ...(own && { delimiters: own }) })),
  fc
    .record({
      version: fc.constantFrom('D96A' as const, 'D01B' as const),
      syntax: fc.constantFrom(
        { identifier: 'UNOC' as const, version: '3' as const },
        { identifier: 'UNOW' as const, version: '4' as const },
      ),
    })
    .map((own) => edifact(own)),
);

it('[S1] an order that goes out comes in at the other side as the same order, and both sides are content', async () => {
  await fc.assert(
    fc.asyncProperty(anOrder, anEdi, async (order, edi) => {
      const buyer = anExchange();
      await buyer.agree(anAgreement({ edi }));
      await buyer.order(order);
      const sent = unwrap(await sendPurchaseOrder(buyer.ports, { purchaseOrderId: order.id, correlationId }));
      expect(sent).not.toHaveProperty('notSent');
      const [file] = buyer.mailbox();
      // The seller is another house with the same product: to it we are the partner.
      const seller = anExchange({ chunkBytes: 37 });
      const documents = { send: [], receive: ['customer-order' as const] };
      await seller.agree(anAgreement({ id: 'buyer', documents, edi: { ...edi, us: them, them: us } }));
      const received = await seller.drop(Buffer.from(file?.text ?? '', 'utf8'), { partner: 'buyer' });
      expect(unwrap(received)).toEqual({ split: 1, settled: 0, quarantined: 0 });
      const [document] = await seller.documents('buyer');
      expect(document).toMatchObject({ kind: 'customer-order', state: 'received', number: order.number });
      if (!document) return;
      const said = unwrap(await readPartnerDocument(seller.objects, document, 'customer-order'));
      expect(said.lines.map(({ quantity }) => quantity?.value)).toEqual(
        order.lines.map(({ quantity }) => quantity.value),
      );
      const [answer] = seller.mailbox('buyer');
      unwrap(await buyer.drop(Buffer.from(answer?.text ?? '', 'utf8')));
      expect((await buyer.documents())[0]?.state).toBe('delivered');
      const ours = (await buyer.interchanges()).find(({ direction }) => direction === 'out');
      expect(ours?.state).toBe('accepted');
      expect([...(await buyer.exceptions()), ...(await seller.exceptions())]).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
