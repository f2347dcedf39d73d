import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';
import { withPartner } from './rules/with-partner.ts';

const PAGE = 100;

/**
 * Let a partner find the orders that its supplier had before it was one, so that what it ships and invoices of them
 * is matched. They were told by other ways and are not ordered again.
 * Answers how many it found; those that have a partner stay as they are.
 */
export async function adoptOrders(
  ports: LedgerPorts,
  { partnerId, correlationId }: { readonly partnerId: string; readonly correlationId: CorrelationId },
): Promise<Result<{ readonly adopted: number }>> {
  const agreement = await agreementOf(ports, partnerId);
  if (!agreement) return ok({ adopted: 0 });
  let adopted = 0;
  let cursor: string | undefined;
  do {
    const query = { list: 'ledgers-by-supplier', scope: agreement.supplierId, limit: PAGE } as const;
    const page = await ports.records.list('order-ledger', { ...query, ...(cursor && { cursor }) });
    for (const { id, body } of page.entries) {
      if (body.partnerId !== undefined) continue;
      const done = await decideAgain(() => adopt(ports, id, agreement, correlationId));
      if (!done.ok) return done;
      adopted += 1;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return ok({ adopted });
}

async function adopt(
  { records }: LedgerPorts,
  id: string,
  agreement: PartnerAgreement,
  causationId: string,
): Promise<Result<void>> {
  const stored = await records.get('order-ledger', id);
  if (!stored || stored.body.partnerId !== undefined) return ok(undefined);
  const { version: expect, body, correlationId } = stored;
  const change = { type: 'order-ledger', id, expect, body: withPartner(body, agreement) } as const;
  return records.commit({ changes: [change], correlationId, causationId });
}
