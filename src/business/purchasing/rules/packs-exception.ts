import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';

/** What a buyer is asked where serial numbers of packs are not unique: such packs cannot be received by scanning. */
export const packsException = (
  { id, supplierId, partnerId, number }: ExpectedShipment,
  notUnique: readonly string[],
): ExceptionDraft => ({
  kind: 'ship-notice-differs',
  cause: [id, 'packs'],
  title: `Ship notice ${number} has packs whose serial numbers were there before.`.slice(0, 300),
  about: { supplierId, partnerId, partnerDocumentId: id },
  evidence: notUnique.slice(0, 50).map((sscc) => ({ what: 'SSCC', expected: 'unique', received: sscc })),
});
