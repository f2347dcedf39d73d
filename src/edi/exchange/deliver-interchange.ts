import type { Interchange } from '#core/canonical/interchange.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Correspondent } from './correspondent.ts';
import type { ExchangePorts } from './ports.ts';

/** Where a partner finds what is for it. */
export const mailboxKey = (partnerId: string, fileName: string): string =>
  `partners/${partnerId}/out/${fileName}`;

/**
 * Give a prepared interchange to its partner.
 * 1. Mailbox: copy its bytes there. HTTPS: they wait until the partner collects them.
 * 2. Commit that it is sent, until when its acknowledgement is expected, and that its documents are on their way.
 * After a crash the next run does it again with the same bytes; what is sent already stays as it is.
 */
export const deliverInterchange = (
  ports: Pick<ExchangePorts, 'records' | 'objects' | 'clock'>,
  correspondent: Correspondent,
  interchangeId: string,
  correlationId: CorrelationId,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const stored = await ports.records.get('interchange', interchangeId);
    if (stored?.body.state !== 'prepared') return ok(undefined);
    await putIntoMailbox(ports, correspondent.partnerId, stored.body);
    const sentAt = ports.clock.now();
    const changes = [
      interchangeSent(stored, correspondent, sentAt),
      ...(await documentsSent(ports, stored.body)),
    ];
    return ports.records.commit({ changes, correlationId });
  });

/** The bytes as they were sent once, put where the partner looks; does nothing where it collects them itself. */
export async function putIntoMailbox(
  { objects }: Pick<ExchangePorts, 'objects'>,
  partnerId: string,
  { transport, contentKey, fileName }: Interchange,
): Promise<void> {
  if (transport !== 'mailbox') return;
  const to = { bucket: 'landing', key: mailboxKey(partnerId, fileName) } as const;
  await objects.copy({ bucket: 'documents', key: contentKey }, to);
}

function interchangeSent(
  { id, version, body }: StoredRecord<'interchange'>,
  { partnerId, edi }: Correspondent,
  sentAt: string,
): AnyChange {
  const within = body.isAcknowledgement ? undefined : edi.acknowledgements.expectWithinMinutes;
  return {
    type: 'interchange',
    id,
    expect: version,
    body: {
      ...body,
      state: 'sent',
      sentAt,
      ...(within !== undefined && {
        acknowledgementDueAt: new Date(Date.parse(sentAt) + within * 60_000).toISOString(),
      }),
    },
    events: [
      {
        name: 'interchange-sent',
        data: { interchangeId: id, partnerId, controlNumber: body.controlNumber ?? '' },
      },
    ],
  };
}

async function documentsSent(
  { records }: Pick<ExchangePorts, 'records'>,
  { carries = [] }: Interchange,
): Promise<readonly AnyChange[]> {
  const documents = await records.getMany('partner-document', carries);
  return documents.map(({ id, version, body }) => ({
    type: 'partner-document',
    id,
    expect: version,
    body,
    events: [
      {
        name: 'partner-document-sent',
        data: { partnerDocumentId: id, partnerId: body.partnerId, kind: body.kind, state: body.state },
      },
    ],
  }));
}
