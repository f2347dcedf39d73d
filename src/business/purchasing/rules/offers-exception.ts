import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import type { SupplierOffer } from '#core/canonical/supplier-flow.ts';

/** What the steward is told where a supplier offers otherwise than master data says: once a partner and kind. */
export const offersException = (
  { id, partnerId, supplierId }: PartnerDocument,
  what: 'stock' | 'catalog',
  differing: readonly SupplierOffer[],
): ExceptionDraft => ({
  kind: 'offer-differs',
  cause: [partnerId, what],
  title: `${partnerId} offers ${differing.length} items otherwise than master data says.`,
  about: { partnerId, supplierId, partnerDocumentId: id },
  evidence: differing
    .flatMap(({ itemId, differs }) => differs.map((received) => ({ what: itemId.slice(0, 80), received })))
    .slice(0, 50),
});
