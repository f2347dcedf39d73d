import type { Interchange as InterchangeRecord } from '#core/canonical/interchange.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { Result } from '#core/kernel/result.ts';
import { ok } from '#core/kernel/result.ts';
import type { Interchange } from '../codec/interchange.ts';
import { refusalOf } from './answer-interchange.ts';
import { deliverInterchange, putIntoMailbox } from './deliver-interchange.ts';
import type { Contents } from './envelope.ts';
import { answering } from './finish-interchange.ts';
import type { ExchangePorts } from './ports.ts';
import { sendDocuments } from './send-documents.ts';
import type { Splitting } from './split-interchange.ts';

type Settling = Pick<Splitting, 'record' | 'correspondent' | 'correlationId'>;

/**
 * Whatever answer an interchange that is done with still lacks: its acknowledgement that a crash kept from being
 * delivered; the same acknowledgement again for a duplicate; a refusal for what is refused.
 */
export async function settleAnswer(
  ports: ExchangePorts,
  settling: Settling,
  interchange: Interchange,
): Promise<Result<void>> {
  const { record, correspondent, correlationId } = settling;
  if (record.state === 'refused') {
    const refusal = refusalOf(correspondent.edi, interchange, 'reference-duplicate');
    return refusal ? refuseInterchange(ports, settling, refusal) : ok(undefined);
  }
  if (record.acknowledgementId === undefined) return ok(undefined);
  if (record.state === 'duplicate') return giveAgain(ports, settling, record.acknowledgementId);
  return deliverInterchange(ports, correspondent, record.acknowledgementId, correlationId);
}

/** Tell the partner that nothing of an interchange is taken. */
export async function refuseInterchange(
  ports: ExchangePorts,
  settling: Settling,
  refusal: Contents,
): Promise<Result<void>> {
  const sent = await sendDocuments(ports, answering(settling, refusal, 'refusal'));
  // A refusal that cannot be written is no reason to stop: a person is told of the interchange anyway.
  return sent.ok || sent.problem.code === 'edi-unwritable' ? ok(undefined) : sent;
}

/** The same bytes once more: into the mailbox, or waiting to be collected again. */
async function giveAgain(
  ports: ExchangePorts,
  { correspondent, correlationId }: Settling,
  answerId: string,
): Promise<Result<void>> {
  const delivered = await deliverInterchange(ports, correspondent, answerId, correlationId);
  if (!delivered.ok) return delivered;
  return decideAgain(async () => {
    const stored = await ports.records.get('interchange', answerId);
    if (!stored) return ok(undefined);
    await putIntoMailbox(ports, correspondent.partnerId, stored.body);
    if (stored.body.collectedAt === undefined) return ok(undefined);
    const { collectedAt: _before, ...body } = stored.body satisfies InterchangeRecord;
    return ports.records.commit({
      changes: [{ type: 'interchange', id: answerId, expect: stored.version, body }],
      correlationId,
    });
  });
}
