import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import { aGoodsReceipt, aReceivedLine } from '#test/builders/a-goods-receipt.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { aPack, aShipNotice, aShippedItem } from '#test/builders/a-ship-notice.ts';
import { aConfirmation, anAcknowledgedLine, anAcknowledgement } from '#test/builders/an-acknowledgement.ts';
import type { Random } from './random.ts';

/** A document of the supplier, with what orders it among its others. */
export interface ToldDocument {
  readonly id: string;
  readonly kind: PartnerDocument['kind'];
  readonly ordinal: string;
  readonly content: OrderAcknowledgement | ShipNotice;
}

/** Everything that happens to one order, in the order in which it happened. */
export interface SupplierStory {
  readonly lines: PurchaseOrderLine[];
  readonly documents: readonly ToldDocument[];
  readonly receipts: readonly GoodsReceipt[];
}

/** Answers that differ, shipments in parts, replaced and cancelled ones, goods that arrive short, over or damaged. */
export function supplierStory(random: Random): SupplierStory {
  const count = random.pick([1, 2, 2, 12]);
  const lines = aPurchaseOrder().lines.flatMap((line) =>
    Array.from({ length: count }, (_, n) => ({ ...line, lineNumber: n + 1 })),
  );
  const answers = Array.from({ length: random.int(0, 3) }, () => anAnswer(random, count));
  const notices = Array.from({ length: random.int(0, 3) }, (_, n) => someNotices(random, count, n)).flat();
  const documents = [
    ...answers.map((content) => ({ kind: 'order-acknowledgement' as const, content })),
    ...notices.map((content) => ({ kind: 'ship-notice' as const, content })),
  ].map((document, n) => ({
    ...document,
    id: `pd-${n}`,
    ordinal: `2026-11-24T00:00:00.000Z#${String(n).padStart(3, '0')}`,
  }));
  const receipts = Array.from({ length: random.int(0, 3) }, (_, n) => aReceipt(random, count, n));
  return { lines, documents, receipts };
}

const someLines = (random: Random, count: number): readonly number[] => {
  const all = Array.from({ length: count }, (_, n) => n + 1);
  const some = all.filter(() => random.chance(0.6));
  return some.length > 0 ? some : [random.int(1, count)];
};

const anAnswer = (random: Random, count: number): OrderAcknowledgement =>
  anAcknowledgement({
    lines: Array.from({ length: count }, (_, n) =>
      anAcknowledgedLine({
        lineNumber: String(n + 1),
        price: { amount: random.pick(['12.5', '12.5', '15']), per: { value: '100', unit: 'EA' } },
        confirmations: [
          aConfirmation(random.pick(['IA', 'IC', 'IQ', 'IR', 'IH']), random.pick(['480', '470', '400'])),
        ],
      }),
    ),
  });

/** One notice, perhaps followed by one that replaces or cancels it. */
function someNotices(random: Random, count: number, n: number): ShipNotice[] {
  const notice = (purpose: ShipNotice['purpose']): ShipNotice => {
    const items = someLines(random, count).map((line) =>
      aShippedItem(random.pick(['160', '240', '480']), { lineNumber: String(line) }),
    );
    const packs = [aPack(String(n + 1).padStart(18, '0'), items)];
    const dates = [{ event: 'shipped' as const, code: '011', date: '2026-12-01' }];
    return aShipNotice({ number: `ASN-${n}`, purpose, dates, packs, items: [] });
  };
  const first = notice({ code: '00', meaning: 'original' });
  if (random.chance(0.6)) return [first];
  const again = random.chance(0.5)
    ? ({ code: '05', meaning: 'replacement' } as const)
    : ({ code: '01', meaning: 'cancellation' } as const);
  return [first, notice(again)];
}

const aReceipt = (random: Random, count: number, n: number): GoodsReceipt =>
  aGoodsReceipt({
    id: `gr-${n}`,
    receivedOn: `2026-12-0${n + 3}`,
    lines: someLines(random, count).map((lineNumber) => ({
      ...aReceivedLine(random.pick(['160', '240', '480']), random.pick(['0', '0', '5'])),
      lineNumber,
    })),
  });
