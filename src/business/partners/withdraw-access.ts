import type { Partner } from '#core/canonical/partner.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { PartnerDecision, PartnerPorts } from './ports.ts';

/**
 * Take back one of a partner's ways into the API, once another one took its place.
 * 1. Suspend its consumer: its next request is refused.
 * 2. Strike it from the directory entry.
 * Again, it changes nothing. Problem: `not-found` when the partner has no such client.
 */
export const withdrawAccess = (
  ports: PartnerPorts,
  partnerId: string,
  clientId: string,
  decision: PartnerDecision,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const consumer = await ports.settings.get('consumer', clientId);
    if (!consumer || consumer.value.partnerId !== partnerId)
      return fail(problem('not-found', `Partner ${partnerId} has no client ${clientId}.`));
    if (consumer.value.status === 'active') {
      const { actor, reason, from } = decision;
      const audit = { actor, action: 'withdraw-partner-access', reason, ...(from && { from }) };
      const suspended = { ...consumer.value, status: 'suspended' } as const;
      const written = await ports.settings.write('consumer', suspended, consumer.version, audit);
      if (!written.ok) return written;
    }
    return strikeFromDirectory(ports, partnerId, clientId, decision);
  });

async function strikeFromDirectory(
  { records }: PartnerPorts,
  partnerId: string,
  clientId: string,
  { actor, reason, correlationId, from }: PartnerDecision,
): Promise<Result<void>> {
  const stored = await records.get('partner', partnerId);
  if (!stored?.body.consumers?.includes(clientId)) return ok(undefined);
  const { consumers, ...rest } = stored.body;
  const left = consumers.filter((one) => one !== clientId);
  const body: Partner = { ...rest, ...(left.length > 0 && { consumers: left }) };
  const target = { type: 'partner', id: partnerId } as const;
  return records.commit({
    changes: [{ type: 'partner', id: partnerId, expect: stored.version, body }],
    correlationId,
    audit: { actor, action: 'withdraw-partner-access', target, reason, ...(from && { from }) },
  });
}
