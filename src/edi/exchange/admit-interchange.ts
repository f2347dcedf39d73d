import { decideAgain } from '#core/kernel/decide-again.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { type Admission, type Arrived, receivedId, recordOf } from './arrived.ts';
import { noteReceived } from './control-numbers.ts';
import type { Correspondent } from './correspondent.ts';
import { withDuplicate } from './note-duplicate.ts';
import type { ExchangePorts } from './ports.ts';

/**
 * Admit an interchange once.
 * 1. New: commit it as received, with its number noted and the partner heard.
 * 2. Of this very drop: go on where the last run ended.
 * 3. The same content again: a duplicate, answered as agreed and never applied again.
 * 4. Other content under the same number: refused, and a person is told.
 */
export const admitInterchange = (ports: ExchangePorts, arrived: Arrived): Promise<Result<Admission>> =>
  decideAgain(async () => {
    const stored = await ports.records.get('interchange', receivedId(arrived));
    if (!stored) return admitNew(ports, arrived);
    const { arrival, place, state, sha256 } = stored.body;
    const isSameDrop = arrival === arrived.file.arrival && place === arrived.place;
    if (state === 'received' && sha256 === arrived.sha256) return ok({ kind: 'split', id: stored.id });
    return isSameDrop ? ok({ kind: 'settled', record: stored.body }) : withDuplicate(ports, arrived, stored);
  });

async function admitNew(ports: ExchangePorts, arrived: Arrived): Promise<Result<Admission>> {
  const { correspondent, interchange, file } = arrived;
  const id = receivedId(arrived);
  const noted = await noteReceived(ports, correspondent, interchange.reference);
  const changes: AnyChange[] = [
    { type: 'interchange', id, expect: 'absent', body: recordOf(id, arrived, ports.clock.now()) },
    ...noted,
    ...(await heard(ports, correspondent)),
  ];
  const committed = await ports.records.commit({ changes, correlationId: file.correlationId });
  return committed.ok ? ok({ kind: 'split', id }) : committed;
}

/** Silence is counted in days: the partner's own record need not change with every interchange. */
const HEARD_EVERY_MS = 3_600_000;

async function heard(
  { records, clock }: Pick<ExchangePorts, 'records' | 'clock'>,
  { partnerId }: Correspondent,
): Promise<readonly AnyChange[]> {
  const stored = await records.get('partner', partnerId);
  if (!stored) return [];
  const now = clock.now();
  const last = stored.body.lastHeardAt;
  if (last !== undefined && Date.parse(now) - Date.parse(last) < HEARD_EVERY_MS) return [];
  return [
    { type: 'partner', id: partnerId, expect: stored.version, body: { ...stored.body, lastHeardAt: now } },
  ];
}
