import type { PartnerAgreement, ReceivedDocument } from '#core/canonical/partner-agreement.ts';
import type { Scope } from './scopes.ts';

/** What a supplier may do with each document that its agreement lets it send. */
const scopeOf: Readonly<Record<ReceivedDocument, Scope | undefined>> = {
  'order-acknowledgement': 'supplier-orders.acknowledge',
  // Answered as the order is.
  'order-change-answer': 'supplier-orders.acknowledge',
  'ship-notice': 'supplier-shipments.announce',
  'supplier-invoice': 'supplier-invoices.submit',
  'supplier-stock': 'supplier-stock.report',
  'supplier-catalog': 'supplier-catalogs.offer',
  'customer-order': undefined,
};

/** The scopes of a client that speaks for a partner: what its agreement has, and no more. */
export function scopesOfAgreement({ documents, edi }: PartnerAgreement): readonly Scope[] {
  const own: Scope[] = ['supplier-orders.read', 'supplier-documents.read'];
  const sending = documents.receive.flatMap((kind) => scopeOf[kind] ?? []);
  const interchanges: Scope[] = edi ? ['supplier-interchanges.post', 'supplier-interchanges.read'] : [];
  return [...new Set([...own, ...sending, ...interchanges])];
}
