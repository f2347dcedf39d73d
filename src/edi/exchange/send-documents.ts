import type { Interchange } from '#core/canonical/interchange.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { deliverInterchange } from './deliver-interchange.ts';
import type { ExchangePorts } from './ports.ts';
import { type Outgoing, prepareInterchange } from './prepare-interchange.ts';

/**
 * Send an interchange: give it numbers and bytes once, then give it to the partner. Whatever crashes in between is
 * healed by running it again: same cause, same numbers, same bytes. Problems: `edi-unwritable`.
 */
export async function sendDocuments(
  ports: Pick<ExchangePorts, 'records' | 'objects' | 'clock'>,
  outgoing: Outgoing,
): Promise<Result<Interchange>> {
  const prepared = await prepareInterchange(ports, outgoing);
  if (!prepared.ok) return prepared;
  const { correspondent, interchangeId, correlationId } = outgoing;
  const delivered = await deliverInterchange(ports, correspondent, interchangeId, correlationId);
  return delivered.ok ? ok(prepared.value) : delivered;
}
