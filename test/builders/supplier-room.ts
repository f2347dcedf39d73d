import { applyAcknowledgement } from '#business/purchasing/apply-acknowledgement.ts';
import { openOrderLedger } from '#business/purchasing/open-order-ledger.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { canonicalKeyOf } from '#core/canonical/partner-documents.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import { aPartnerAgreement } from './a-partner-agreement.ts';
import { aPurchaseOrder } from './a-purchase-order.ts';
import { aWholeSystem, masterDataRoom } from './master-data-room.ts';

const correlationId = 'cor-supplier-room';

/** How a document of the supplier came, where that matters. */
export interface Arrival extends Partial<Pick<PartnerDocument, 'id' | 'ordinal' | 'test' | 'partnerId'>> {
  readonly kind?: PartnerDocument['kind'];
}

/** Two items (48 to a case), supplier S1 whose goods travel two days, and the partner acme that speaks for it. */
export async function supplierRoom(agreement: Partial<PartnerAgreement> = {}) {
  const { records, clock, synced } = masterDataRoom();
  await synced(aWholeSystem);
  const objects = memoryObjects();
  const terms = aPartnerAgreement(agreement);
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
