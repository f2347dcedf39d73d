import type { Partner } from '#core/canonical/partner.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import { problem } from '#core/kernel/problem.ts';
import type { Page, Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';

interface Ports {
  readonly records: Pick<Records, 'get' | 'list'>;
  readonly settings: Settings;
}

/** An agreement as it is in force now, with its version and what the directory knows of the partner. */
export interface KnownPartner extends PartnerAgreement, Pick<Partner, 'lastHeardAt' | 'consumers'> {
  readonly version: number;
}

/** Partners in the order of their ids. At most 200 a page. */
export async function listPartners(
  { records, settings }: Ports,
  query: { readonly limit: number; readonly cursor?: string },
): Promise<Page<KnownPartner>> {
  const page = await records.list('partner', { list: 'partners', ...query });
  const known = await Promise.all(page.entries.map(({ body }) => knownAs(settings, body)));
  const entries = known.flatMap((partner) => (partner ? [partner] : []));
  return { entries, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}

/** One partner. Problem: `not-found`. */
export async function getPartner({ records, settings }: Ports, id: string): Promise<Result<KnownPartner>> {
  const entry = await records.get('partner', id);
  const partner = entry && (await knownAs(settings, entry.body));
  return partner ? ok(partner) : fail(problem('not-found', `There is no partner ${id}.`));
}

async function knownAs(
  settings: Settings,
  { id, lastHeardAt, consumers }: Partner,
): Promise<KnownPartner | undefined> {
  const stored = await settings.get('partner', id);
  if (!stored) return undefined;
  return {
    ...stored.value,
    version: stored.version,
    ...(lastHeardAt !== undefined && { lastHeardAt }),
    ...(consumers && { consumers }),
  };
}
