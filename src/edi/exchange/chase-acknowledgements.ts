import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { Interchange } from '#core/canonical/interchange.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { type Failure, ok, type Result } from '#core/kernel/result.ts';
import type { ExchangePorts } from './ports.ts';

/** As many as one sweep looks at; the next one is a minute away. */
const MOST_A_SWEEP = 200;

type ChasePorts = Pick<ExchangePorts, 'records' | 'clock' | 'exceptionChange'>;

/**
 * Find the interchanges whose acknowledgement did not come in time, and say so once.
 * 1. Read those that wait for one, the earliest due first, until one that has time left.
 * 2. Commit that each is overdue, which takes it off the list, with its event and the coordinator's exception.
 * An acknowledgement that comes after all still counts. One that changed in the same moment is left to the next
 * sweep; one that cannot be committed keeps no other from being found. Answers how many were found, or the first
 * problem.
 */
export async function chaseAcknowledgements(
  ports: ChasePorts,
): Promise<Result<{ readonly overdue: number }>> {
  const now = ports.clock.now();
  const page = await ports.records.list('interchange', {
    list: 'acknowledgements-due',
    limit: MOST_A_SWEEP,
  });
  let overdue = 0;
  let stuck: Failure | undefined;
  for (const stored of page.entries) {
    const { acknowledgementDueAt: dueAt, state } = stored.body;
    if (dueAt === undefined || dueAt > now) break;
    if (state !== 'sent') continue;
    const committed = await commitOverdue(ports, stored);
    if (committed.ok) overdue += 1;
    else if (committed.problem.code !== 'record-changed') stuck ??= committed;
  }
  return stuck ?? ok({ overdue });
}

async function commitOverdue(
  { records, exceptionChange }: ChasePorts,
  { id, version, body, correlationId }: StoredRecord<'interchange'>,
): Promise<Result<void>> {
  const exception = await exceptionChange(acknowledgementOverdue(body));
  const data = { interchangeId: id, partnerId: body.partnerId ?? 'unknown', state: 'overdue' };
  return records.commit({
    changes: [
      {
        type: 'interchange',
        id,
        expect: version,
        body: { ...body, state: 'overdue' },
        events: [{ name: 'interchange-answered', data }],
      },
      ...(exception ? [exception] : []),
    ],
    correlationId,
  });
}

/** What tells the exception about an interchange that is not acknowledged from any other. */
export const overdueExceptionOf = (interchangeId: string): Pick<ExceptionDraft, 'kind' | 'cause'> => ({
  kind: 'acknowledgement-overdue',
  cause: [interchangeId],
});

function acknowledgementOverdue({
  id,
  partnerId,
  controlNumber = '',
  acknowledgementDueAt = '',
  sentAt,
  carries = [],
}: Interchange): ExceptionDraft {
  const [first] = carries;
  return {
    ...overdueExceptionOf(id),
    title: `Partner ${partnerId ?? 'unknown'} has not acknowledged our interchange ${controlNumber} in time`,
    about: {
      interchangeId: id,
      ...(partnerId === undefined ? {} : { partnerId }),
      ...(first === undefined ? {} : { partnerDocumentId: first }),
    },
    evidence: [
      { what: 'acknowledgement', expected: `by ${acknowledgementDueAt}`, received: 'none' },
      ...(sentAt === undefined ? [] : [{ what: 'sent', received: sentAt }]),
    ],
  };
}
