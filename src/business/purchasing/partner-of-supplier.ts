import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { partnerOfSupplier } from '#core/canonical/partner.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { LedgerPorts } from './matching-ports.ts';

type Reading = Pick<LedgerPorts, 'records' | 'settings'>;

/** The agreement with the partner that speaks for a supplier; undefined where nobody does. */
export async function agreementOfSupplier(
  { records, settings }: Reading,
  supplierId: string,
): Promise<PartnerAgreement | undefined> {
  const partner = await records.findByIdentifier('partner', partnerOfSupplier(supplierId));
  return partner && agreementOf({ settings }, partner.id);
}

export const agreementOf = async (
  { settings }: Pick<LedgerPorts, 'settings'>,
  partnerId: string,
): Promise<PartnerAgreement | undefined> => (await settings.get('partner', partnerId))?.value;

/**
 * How an order reaches its partner. While it is suspended orders still go the way agreed, where they are refused and
 * somebody is told; while it is being taken on they do not go at all. What the ERP's own users ordered before it went
 * live they told it themselves: it is not ordered again.
 */
export function channelOf(
  agreement: PartnerAgreement | undefined,
  { origin, orderDate }: Pick<PurchaseOrder, 'origin' | 'orderDate'>,
): OrderLedger['channel'] {
  if (!agreement || agreement.status === 'onboarding') return 'none';
  if (origin === 'system' && agreement.activeSince !== undefined && orderDate < agreement.activeSince)
    return 'none';
  if (!agreement.edi) return 'api';
  return agreement.documents.send.includes('purchase-order') ? 'edi' : 'none';
}

/** Whether the partner of an order sends ship notices. */
export async function announces(
  ports: Pick<LedgerPorts, 'settings'>,
  { partnerId }: Pick<OrderLedger, 'partnerId'>,
): Promise<boolean> {
  const agreement = partnerId === undefined ? undefined : await agreementOf(ports, partnerId);
  return agreement?.documents.receive.includes('ship-notice') ?? false;
}
