import { exceptionChange, exceptionIdOf } from '#business/exceptions/open-exception.ts';
import type { ExceptionPorts } from '#business/exceptions/ports.ts';
import type { ExceptionDraft } from '#core/canonical/exception.ts';
import { unwrap } from '#core/kernel/result.ts';

/** A price that the supplier answered otherwise than ordered. */
export const aDraft = (changes: Partial<ExceptionDraft> = {}): ExceptionDraft => ({
  kind: 'price-difference',
  cause: ['po-1', '1'],
  title: 'Nordbolt asks 13 EUR instead of 12.5 EUR for line 1 of PO-2026-0017',
  about: { supplierId: 'sup-nordbolt', purchaseOrderId: 'po-1', orderNumber: 'PO-2026-0017', lineNumber: 1 },
  evidence: [{ what: 'price', expected: '12.5 EUR per 100 EA', received: '13 EUR per 100 EA' }],
  ...changes,
});

/** Open an exception as a use case does; answers its id. */
export async function openException(ports: ExceptionPorts, draft = aDraft()): Promise<string> {
  const change = await exceptionChange(ports, draft);
  if (change) unwrap(await ports.records.commit({ changes: [change], correlationId: 'cor-of-the-order' }));
  return exceptionIdOf(draft);
}
