import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { Page, Records } from '#core/kernel/records.ts';
import type { Settings } from '#core/kernel/settings.ts';

interface Ports {
  readonly records: Pick<Records, 'list'>;
  readonly settings: Settings;
}

/** Agreements in the order of their ids, as they are in force now. At most 100 a page. */
export async function listPartners(
  { records, settings }: Ports,
  query: { readonly limit: number; readonly cursor?: string },
): Promise<Page<PartnerAgreement>> {
  const page = await records.list('partner', { list: 'partners', ...query });
  const agreements = await Promise.all(page.entries.map(({ id }) => settings.get('partner', id)));
  const entries = agreements.flatMap((stored) => (stored ? [stored.value] : []));
  return { entries, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}
