/** Two suppliers with agreements, orders and tokens of their own, at one API. */
import { crossdockClient } from '#contracts/client.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from './a-partner-agreement.ts';
import { aConsumer } from './an-api.ts';
import { anApiRoom } from './an-api-room.ts';
import { anOrderLedger } from './an-order-ledger.ts';

const everything: PartnerAgreement['documents'] = {
  send: ['purchase-order', 'order-change'],
  receive: ['order-acknowledgement', 'ship-notice', 'supplier-invoice', 'supplier-stock', 'supplier-catalog'],
};

/** Acme speaks for supplier S1 as consumer `acme-1`, Bolt for S2 as `bolt-1`; `client-1` is the distributor's own. */
export async function aSupplierDesk(agreement: Partial<PartnerAgreement> = {}) {
  const room = anApiRoom();
  room.settings.put('partner', aPartnerAgreement({ documents: everything, ...agreement }), 'acme');
  const bolt = aPartnerAgreement({ id: 'bolt', supplierId: 'S2', documents: everything });
  room.settings.put('partner', bolt, 'bolt');
  room.settings.put('consumer', aConsumer('acme-1', { partnerId: 'acme' }), 'acme-1');
  room.settings.put('consumer', aConsumer('bolt-1', { partnerId: 'bolt' }), 'bolt-1');
  const put = async (...changes: AnyChange[]) =>
    unwrap(await room.records.commit({ changes, correlationId: 'cor-of-the-order' }));
  const ordered = (changes: Partial<OrderLedger> = {}) => {
    const body = anOrderLedger(changes);
    return put({ type: 'order-ledger', id: body.id, expect: 'absent', body });
  };
  await ordered();
  await ordered({ id: 'po-2', partnerId: 'bolt', supplierId: 'S2', orderNumber: 'PO-72' });
  const clientOf = (clientId: string) =>
    crossdockClient({
      baseUrl: 'https://api.example',
      token: async () => clientId,
      apiKey: `key-of-${clientId}`,
      attempts: 1,
      fetch: room.fetch,
    });
  return { ...room, put, ordered, clientOf, acme: clientOf('acme-1'), bolt: clientOf('bolt-1') };
}
