import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { applyBuyerDecision } from '#business/purchasing/apply-buyer-decision.ts';
import { applyGoodsReceipt } from '#business/purchasing/apply-goods-receipt.ts';
import type { applyOffer } from '#business/purchasing/apply-offer.ts';
import type { applyShipNotice } from '#business/purchasing/apply-ship-notice.ts';
import { noteDelivery } from '#business/purchasing/note-delivery.ts';
import { openOrderLedger } from '#business/purchasing/open-order-ledger.ts';
import type { Exception, ExceptionAction } from '#core/canonical/exception.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { canonicalKeyOf } from '#core/canonical/partner-documents.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { GoodsReceipt } from '#core/canonical/supplier-flow.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import { aGoodsReceipt } from './a-goods-receipt.ts';
import { aPartnerAgreement } from './a-partner-agreement.ts';
import { aPurchaseOrder } from './a-purchase-order.ts';
import { aWholeSystem, masterDataRoom } from './master-data-room.ts';

const correlationId = 'cor-supplier-room';

/** How a document of the supplier came, where that matters. */
export interface Arrival extends Partial<Pick<PartnerDocument, 'id' | 'ordinal' | 'test' | 'partnerId'>> {
  readonly kind?: PartnerDocument['kind'];
}

/** Two items (48 to a case), supplier S1 whose goods travel two days, and the partner acme that speaks for it. */
export async function supplierRoom(agreement: Partial<PartnerAgreement> = {}, way: 'edi' | 'api' = 'edi') {
  const { records, clock, synced } = masterDataRoom();
  await synced(aWholeSystem);
  const objects = memoryObjects();
  const { edi, ...apart } = aPartnerAgreement(agreement);
  const terms = way === 'edi' && edi ? { ...apart, edi } : apart;
  const settings = memorySettings().put('partner', terms, terms.id);
  const ports = { records, settings, objects, clock };
  const put = async (...changes: AnyChange[]) => unwrap(await records.commit({ changes, correlationId }));
  await put({
    type: 'partner',
    id: 'acme',
    expect: 'absent',
    body: {
      id: 'acme',
      name: terms.name,
      supplierId: 'S1',
      agreementVersion: 1,
      identifiers: [partnerOfSupplier('S1')],
    },
  });
  let arrivals = 0;

  /** A document of the supplier is there, as the exchange leaves it; its id. */
  const arrived = async (content: object, arrival: Arrival = {}): Promise<string> => {
    arrivals += 1;
    const place = String(arrivals).padStart(6, '0');
    const {
      id = `pd-${place}`,
      kind = 'order-acknowledgement',
      ordinal = `${clock.now()}#${place}`,
    } = arrival;
    objects.putText('documents', canonicalKeyOf(id), JSON.stringify(content));
    const body: PartnerDocument = {
      id,
      direction: 'in',
      channel: 'edi',
      kind,
      state: 'received',
      partnerId: arrival.partnerId ?? 'acme',
      supplierId: 'S1',
      agreementVersion: 1,
      canonicalKey: canonicalKeyOf(id),
      ordinal,
      findings: [],
      test: arrival.test ?? false,
      at: clock.now(),
    };
    await put({ type: 'partner-document', id, expect: 'absent', body });
    return id;
  };

  return {
    ...ports,
    put,
    arrived,
    synced,
    /** The system holds the order, and its ledger is open. */
    ordered: async (differing: Partial<PurchaseOrder> = {}) => {
      const body = aPurchaseOrder({ state: 'confirmed', number: 'PO-71', ...differing });
      const stored = await records.get('purchase-order', body.id);
      await put({ type: 'purchase-order', id: body.id, expect: stored?.version ?? 'absent', body });
      return unwrap(await openOrderLedger(ports, { purchaseOrderId: body.id, correlationId }));
    },
    acknowledge: (partnerDocumentId: string) =>
      applyAcknowledgement(ports, { partnerDocumentId, correlationId }),
    answered: async (content: object, arrival: Arrival = {}) => {
      const id = await arrived(content, arrival);
      unwrap(await applyAcknowledgement(ports, { partnerDocumentId: id, correlationId }));
      return id;
    },
    applied: async (
      use: typeof applyShipNotice | typeof applyOffer | typeof applyAcknowledgement,
      content: object,
      arrival: Arrival & Required<Pick<Arrival, 'kind'>>,
    ) => {
      const id = await arrived(content, arrival);
      unwrap(await use(ports, { partnerDocumentId: id, correlationId }));
      return id;
    },
    /** A document of ours about po-1, sent, delivered or refused now, and noted. */
    sent: async (
      state: 'sent' | 'delivered' | 'refused',
      id = 'pd-out-1',
      kind: PartnerDocument['kind'] = 'purchase-order',
    ) => {
      const stored = await records.get('partner-document', id);
      const body: PartnerDocument = {
        id,
        direction: 'out',
        channel: 'edi',
        kind,
        state,
        partnerId: 'acme',
        supplierId: 'S1',
        agreementVersion: 1,
        purchaseOrderId: 'po-1',
        ordinal: clock.now(),
        findings: state === 'refused' ? [{ code: '5', at: 'AK5', message: 'segment missing' }] : [],
        test: false,
        at: stored?.body.at ?? clock.now(),
      };
      await put({ type: 'partner-document', id, expect: stored?.version ?? 'absent', body });
      unwrap(await noteDelivery(ports, { partnerDocumentId: id, correlationId }));
    },
    receive: (goodsReceiptId: string) => applyGoodsReceipt(ports, { goodsReceiptId, correlationId }),
    /** Goods arrived, as the warehouse says, and are counted. */
    received: async (differing: Partial<GoodsReceipt> = {}) => {
      const body = aGoodsReceipt(differing);
      await put({ type: 'goods-receipt', id: body.id, expect: 'absent', body });
      unwrap(await applyGoodsReceipt(ports, { goodsReceiptId: body.id, correlationId }));
    },
    /** A buyer resolves the open exception of a kind, and it is carried out. */
    decided: async (
      kind: Exception['kind'],
      action: ExceptionAction,
      counter?: NonNullable<Exception['resolution']>['counter'],
    ) => {
      const open = await records.list('exception', { list: 'exceptions', scope: 'buyer#open', limit: 100 });
      const found = open.entries.find(({ body }) => body.kind === kind);
      if (!found) throw new Error(`no open ${kind}`);
      const at = clock.now();
      const resolution = { action, by: 'ada', at, reason: 'As agreed.', ...(counter && { counter }) };
      const body: Exception = { ...found.body, state: 'resolved', resolution };
      await put({ type: 'exception', id: found.id, expect: found.version, body });
      const decide = () => applyBuyerDecision(ports, { exceptionId: found.id, correlationId });
      unwrap(await decide());
      unwrap(await decide());
    },
    ledger: async (id = 'po-1') => (await records.get('order-ledger', id))?.body,
    document: async (id: string) => (await records.get('partner-document', id))?.body,
    changes: async (id = 'po-1') =>
      (await records.list('order-change', { list: 'changes-by-order', scope: id, limit: 100 })).entries.map(
        ({ body }) => body,
      ),
    /** Open exceptions of a role, oldest due first. */
    exceptions: async (owner = 'buyer', state: 'open' | 'resolved' = 'open') =>
      (
        await records.list('exception', { list: 'exceptions', scope: `${owner}#${state}`, limit: 100 })
      ).entries.map(({ body }) => body),
    /** Names of the events of these records so far, in order. */
    told: (...types: string[]) =>
      records
        .published()
        .map(({ type }) => type.split('.')[1] ?? '')
        .filter((name) => types.length === 0 || types.some((prefix) => name.startsWith(prefix))),
  };
}
