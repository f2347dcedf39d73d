/** A distributor that trades by EDI, whole and in memory: its ERP, its partner, and everything after the wire. */
import { syncMasterData } from '#business/master-data/sync-master-data.ts';
import { putCrossReference } from '#business/partners/put-cross-reference.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import { unwrap } from '#core/kernel/result.ts';
import { sweep } from '#functions/exceptions/sweep-due-dates.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { simulatedSystem } from '#test/doubles/simulated-system.ts';
import { anAgreement, anExchange, correlationId } from '#test/edi/exchange/an-exchange.ts';
import { aGoodsReceipt } from './a-goods-receipt.ts';
import { aMasterDataSource, type SystemContent } from './a-master-data-source.ts';
import { aPurchaseOrder } from './a-purchase-order.ts';
import { eventHearers } from './event-hearers.ts';
import { aWholeSystem } from './master-data-room.ts';

export type TradingRoom = Awaited<ReturnType<typeof tradingRoom>>;

/** Queues deliver at least once: every event is heard so often, and so is every file that arrives. */
const TIMES = 2;
const MOST_EVENTS = 500;

const anEa = (amount: string) => ({ amount, currency: 'EUR', per: { value: '1', unit: 'EA' } }) as const;

/** 480 of I1 and 96 of I2, for Thursday. */
const twoLines = (
  [
    ['I1', '480', '0.125'],
    ['I2', '96', '0.5'],
  ] as const
).map(([itemId, value, price], i): PurchaseOrder['lines'][number] => ({
  lineNumber: i + 1,
  itemId,
  quantity: { value, unit: 'EA' },
  baseQuantity: { value, unit: 'EA' },
  openQuantity: value,
  price: anEa(price),
  requestedDate: '2026-11-26',
}));

/** Items I1 and I2 of supplier S1 and what there is besides, with an agreement in force. */
export async function tradingRoom(agreement: PartnerAgreement = anAgreement(), besides: SystemContent = {}) {
  const exchange = anExchange();
  const { records, clock, ports } = exchange;
  const source = aMasterDataSource({ ...aWholeSystem, ...besides });
  unwrap(await syncMasterData({ source, records, clock }, { correlationId }));
  await exchange.agree(agreement);
  const posting = { postings: memoryPostings(), erp: simulatedSystem({ clock }) };
  const hear = eventHearers(ports, posting);
  let heard = 0;

  /** Let every event be heard, and those that come of them, until all is quiet. */
  const settle = async (): Promise<void> => {
    for (let event = records.published()[heard]; event; event = records.published()[heard]) {
      heard += 1;
      if (heard > MOST_EVENTS) throw new Error(`it never becomes quiet: ${event.type} ${event.subject}`);
      for (let time = 0; time < TIMES; time += 1) unwrap(await hear(event));
    }
  };
  const receive = async (body: GoodsReceipt): Promise<void> => {
    const purchaseOrderIds = [...new Set(body.lines.flatMap((line) => line.purchaseOrderId ?? []))];
    const data = { goodsReceiptId: body.id, purchaseOrderIds };
    const events = [{ name: 'goods-received' as const, data }];
    const changes = [{ type: 'goods-receipt', id: body.id, expect: 'absent', body, events } as const];
    unwrap(await records.commit({ changes, correlationId }));
    await settle();
  };
  let files = 0;
  return {
    ...exchange,
    ...posting,
    settle,
    receive,
    /** Somebody says what a number of the partner's is to us. */
    knows: async (theirs: string, ours: string): Promise<void> => {
      const actor = { kind: 'person', id: 'steward-1' } as const;
      const reference = {
        partnerId: agreement.id,
        kind: 'item',
        theirs,
        ours,
        actor,
        correlationId,
      } as const;
      unwrap(await putCrossReference({ records, clock }, reference));
      await settle();
    },
    /** An order that was decided here: into the ERP, and from there to its supplier. */
    order: async (differing: Partial<PurchaseOrder> = {}): Promise<void> => {
      const body = aPurchaseOrder({ lines: twoLines, ...differing });
      const { id, system, supplierId, locationId } = body;
      const data = { purchaseOrderId: id, system, supplierId, locationId, lines: body.lines.length };
      const events = [{ name: 'purchase-order-requested' as const, data }];
      const changes = [{ type: 'purchase-order', id, expect: 'absent', body, events } as const];
      unwrap(await records.commit({ changes, correlationId }));
      await settle();
    },
    /** A user of the ERP changes how many pieces of a line are ordered, and we see it. */
    change: async (lineNumber: number, pieces: string): Promise<void> => {
      const stored = await records.get('purchase-order', 'po-1');
      if (!stored) throw new Error('nothing is ordered');
      const value = { value: pieces, unit: 'EA' } as const;
      const lines = stored.body.lines.map((line) =>
        line.lineNumber === lineNumber
          ? { ...line, quantity: value, baseQuantity: value, openQuantity: pieces }
          : line,
      );
      const { id, version, body } = stored;
      const { state } = body;
      const events = [
        {
          name: 'purchase-order-changed' as const,
          data: { purchaseOrderId: id, state, changes: ['quantity'] },
        },
      ];
      const change = {
        type: 'purchase-order',
        id,
        expect: version,
        body: { ...body, lines },
        events,
      } as const;
      unwrap(await records.commit({ changes: [change], correlationId }));
      await settle();
    },
    /** A file of the partner arrives, is notified as often as events are, and everything comes of it that does. */
    arrive: async (content: string | Uint8Array): Promise<void> => {
      files += 1;
      const name = `${String(files).padStart(3, '0')}.edi`;
      const drop = `drop-${files}`;
      unwrap(await exchange.drop(content, { partner: agreement.id, name, drop }));
      unwrap(await exchange.notify(`partners/${agreement.id}/in/${name}`, drop));
      await settle();
    },
    /** So many hours pass, and everything that is overdue by then is found. */
    wait: async (hours: number): Promise<void> => {
      clock.advance(hours * 3_600_000);
      for (let time = 0; time < TIMES; time += 1) unwrap(await sweep(ports));
      await settle();
    },
    /** The warehouse gets exactly what was announced and is not cancelled or replaced. */
    receiveWhatWasAnnounced: async (): Promise<void> => {
      const query = { list: 'shipments-by-supplier', scope: 'S1', limit: 100 } as const;
      const announced = (await records.list('expected-shipment', query)).entries;
      for (const { id, body } of announced) {
        if (body.state !== 'expected') continue;
        const lines = body.lines.map(({ quantity, ...line }) => ({
          ...{ purchaseOrderId: line.purchaseOrderId, lineNumber: line.lineNumber, itemId: line.itemId },
          ...{ good: quantity, damaged: '0' },
        }));
        await receive(aGoodsReceipt({ id: `gr-${id}`, receivedOn: '2026-11-26', lines }));
      }
    },
  };
}
