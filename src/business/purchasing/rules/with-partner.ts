import { type OrderLedger, orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';

/** A supplier that became a partner meanwhile finds its older orders too. */
export function withPartner(ledger: OrderLedger, agreement: PartnerAgreement | undefined): OrderLedger {
  if (!agreement || ledger.partnerId !== undefined) return ledger;
  const identifiers = [orderOfPartner(agreement.id, ledger.orderNumber)];
  return { ...ledger, partnerId: agreement.id, identifiers };
}
