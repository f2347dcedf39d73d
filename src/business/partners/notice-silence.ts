import type { ExceptionDraft } from '#core/canonical/exception.ts';
import type { Partner } from '#core/canonical/partner.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import type { ExceptionPorts } from '../exceptions/ports.ts';
import { listAll } from '../replenishment/list-all.ts';

const DAY_MS = 86_400_000;

/**
 * Find the active partners that were silent beyond their rhythm, and say so once (S15).
 * 1. Read every partner with the days its agreement allows; one by EDI that was never heard counts from the day it
 *    went live.
 * 2. Open the coordinator's exception for each that was silent longer; the same silence opens it once.
 * Answers how many were found anew.
 */
export async function noticeSilence(
  ports: ExceptionPorts & { readonly settings: Settings },
): Promise<Result<{ readonly silent: number }>> {
  const now = Date.parse(ports.clock.now());
  let silent = 0;
  for await (const partner of listAll(ports.records, 'partner', 'partners')) {
    const agreement = (await ports.settings.get('partner', partner.id))?.value;
    const days = agreement?.status === 'active' ? agreement.silentAfterDays : undefined;
    const since = partner.body.lastHeardAt ?? (agreement?.edi && agreement.activeSince);
    if (days === undefined || since === undefined) continue;
    if (now - Date.parse(since) <= days * DAY_MS) continue;
    const opened = await open(ports, partner, silenceOf(partner.body, since, days));
    if (!opened.ok) return opened;
    if (opened.value) silent += 1;
  }
  return ok({ silent });
}

async function open(
  ports: ExceptionPorts,
  { correlationId }: StoredRecord<'partner'>,
  draft: ExceptionDraft,
): Promise<Result<boolean>> {
  const change = await exceptionChange(ports, draft);
  if (!change) return ok(false);
  const committed = await ports.records.commit({ changes: [change], correlationId });
  if (committed.ok) return ok(true);
  // Whoever was first opened it.
  return committed.problem.code === 'record-changed' ? ok(false) : committed;
}

const silenceOf = (
  { id, name, supplierId, lastHeardAt = 'none' }: Partner,
  since: string,
  days: number,
): ExceptionDraft => ({
  kind: 'partner-silent',
  cause: [id],
  title: `${name} has been silent since ${since.slice(0, 10)}`,
  about: { partnerId: id, supplierId },
  evidence: [{ what: 'last interchange', expected: `every ${days} days`, received: lastHeardAt }],
});
