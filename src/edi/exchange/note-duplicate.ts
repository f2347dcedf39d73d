import type { Interchange as InterchangeRecord } from '#core/canonical/interchange.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { type Admission, type Arrived, receivedId, recordOf } from './arrived.ts';
import { kept } from './findings.ts';
import type { ExchangePorts } from './ports.ts';

/** An interchange whose number was used before: the same content is a duplicate, other content is refused. */
export const withDuplicate = (
  ports: ExchangePorts,
  arrived: Arrived,
  first: StoredRecord<'interchange'>,
): Promise<Result<Admission>> =>
  first.body.sha256 === arrived.sha256 ? duplicate(ports, arrived, first) : differing(ports, arrived, first);

/** One record a drop, so that a repeated notification of the drop counts nothing twice. */
async function duplicate(
  ports: ExchangePorts,
  arrived: Arrived,
  first: StoredRecord<'interchange'>,
): Promise<Result<Admission>> {
  const { file, place, correspondent } = arrived;
  const id = derivedId('int', first.id, file.arrival, String(place));
  const stored = await ports.records.get('interchange', id);
  if (stored) return ok({ kind: 'settled', record: stored.body });
  const isRefused = correspondent.edi.duplicates === 'refuse';
  const { acknowledgementId } = first.body;
  const body: InterchangeRecord = {
    ...recordOf(id, arrived, ports.clock.now()),
    state: isRefused ? 'refused' : 'duplicate',
    findings: [seenBefore(first.body)],
    ...(!isRefused && acknowledgementId !== undefined && { acknowledgementId }),
  };
  const repeated = { ...first.body, repeats: first.body.repeats + 1 };
  const committed = await ports.records.commit({
    changes: [
      { type: 'interchange', id, expect: 'absent', body },
      { type: 'interchange', id: first.id, expect: first.version, body: repeated },
    ],
    correlationId: file.correlationId,
  });
  return committed.ok ? ok({ kind: 'settled', record: body }) : committed;
}

async function differing(
  ports: ExchangePorts,
  arrived: Arrived,
  first: StoredRecord<'interchange'>,
): Promise<Result<Admission>> {
  const { correspondent, sha256, file } = arrived;
  const id = derivedId('int', receivedId(arrived), sha256);
  const stored = await ports.records.get('interchange', id);
  if (stored?.body.state === 'received') return ok({ kind: 'split', id });
  if (stored) return ok({ kind: 'settled', record: stored.body });
  const begun = recordOf(id, arrived, ports.clock.now());
  const finding = seenBefore(first.body, 'with other content');
  const body: InterchangeRecord = {
    ...begun,
    state: 'refused',
    findings: kept([finding, ...begun.findings]),
  };
  const { partnerId } = correspondent;
  const exception = await ports.exceptionChange({
    kind: 'duplicate-differs',
    cause: [id],
    title: `Partner ${partnerId} used control number ${body.controlNumber} again for other content`,
    about: { partnerId, interchangeId: id },
    evidence: [
      { what: 'content', expected: first.body.sha256, received: sha256 },
      { what: 'file', expected: first.body.fileName, received: body.fileName },
    ],
  });
  const event = {
    name: 'interchange-quarantined',
    data: { interchangeId: id, reason: 'duplicate-differs' },
  } as const;
  const changes: AnyChange[] = [{ type: 'interchange', id, expect: 'absent', body, events: [event] }];
  const committed = await ports.records.commit({
    changes: exception ? [...changes, exception] : changes,
    correlationId: file.correlationId,
  });
  return committed.ok ? ok({ kind: 'settled', record: body }) : committed;
}

const seenBefore = ({ controlNumber, at }: InterchangeRecord, how = 'with the same content') => ({
  code: 'control-number-repeated',
  at: 'the whole',
  message: `control number ${controlNumber} was received ${how} at ${at}`,
});
