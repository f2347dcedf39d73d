import type { ExceptionDraft } from '#core/canonical/exception.ts';
import { type ControlNumbers, gapDueAt } from '#core/canonical/partner.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { type Failure, ok, type Result } from '#core/kernel/result.ts';
import { gapCause } from './control-numbers.ts';
import type { ExchangePorts } from './ports.ts';

/** As many partners, and as many gaps of one, as one sweep tells of; the next one is a minute away. */
const MOST_PARTNERS = 100;
const MOST_GAPS = 10;

type GapPorts = Pick<ExchangePorts, 'records' | 'clock' | 'exceptionChange'>;

/**
 * Tell of control numbers that stayed away: an interchange of the partner may be lost.
 * 1. Read the partners with missing numbers, the longest missing first, until one that has time left.
 * 2. Commit that a person was told, with an exception for each range of numbers.
 * One that changed in the same moment is left to the next sweep. Answers how many ranges were told, or the first
 * problem.
 */
export async function tellGaps(ports: GapPorts): Promise<Result<{ readonly gaps: number }>> {
  const now = ports.clock.now();
  const page = await ports.records.list('control-numbers', { list: 'gaps-due', limit: MOST_PARTNERS });
  let gaps = 0;
  let stuck: Failure | undefined;
  for (const stored of page.entries) {
    if ((gapDueAt(stored.body) ?? now) > now) break;
    const told = await tell(ports, stored, now);
    if (told.ok) gaps += told.value;
    else if (told.problem.code !== 'record-changed') stuck ??= told;
  }
  return stuck ?? ok({ gaps });
}

async function tell(
  ports: GapPorts,
  { id, version, body, correlationId }: StoredRecord<'control-numbers'>,
  now: string,
): Promise<Result<number>> {
  const isLost = (range: Missing): boolean => (gapDueAt({ ...body, missing: [range] }) ?? '9') <= now;
  const lost = (body.missing ?? []).filter(isLost).slice(0, MOST_GAPS);
  const told = new Set(lost);
  const missing = (body.missing ?? []).map((range) => (told.has(range) ? { ...range, told: true } : range));
  const exceptions: AnyChange[] = [];
  for (const range of lost) {
    const change = await ports.exceptionChange(draftOf(body, range));
    if (change) exceptions.push(change);
  }
  const change = { type: 'control-numbers', id, expect: version, body: { ...body, missing } } as const;
  const committed = await ports.records.commit({ changes: [change, ...exceptions], correlationId });
  return committed.ok ? ok(lost.length) : committed;
}

type Missing = NonNullable<ControlNumbers['missing']>[number];

function draftOf({ id, partnerId }: ControlNumbers, { from, to, since }: Missing): ExceptionDraft {
  const numbers = from === to ? `${from}` : `${from} to ${to}`;
  return {
    kind: 'control-number-gap',
    cause: gapCause(id, { from, to }),
    title: `Partner ${partnerId} passed over control number ${numbers}: an interchange may be lost`,
    about: { partnerId },
    evidence: [{ what: 'control number', expected: numbers, received: `none since ${since}` }],
  };
}
