import { problem } from '#core/kernel/problem.ts';
import type { Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Settings } from '#core/kernel/settings.ts';

/**
 * The system of record that takes new orders for a location: the first routing rule that names its company.
 * Problem: `routing-missing`.
 */
export async function routeOrder(
  { records, settings }: { readonly records: Records; readonly settings: Settings },
  locationId: string,
): Promise<Result<string>> {
  const location = await records.get('location', locationId);
  if (!location) return fail(problem('routing-missing', `Location ${locationId} is not known.`));
  const { company } = location.body;
  const routing = await settings.get('routing');
  const rule = routing?.value.rules.find((candidate) => candidate.company === company);
  if (rule) return ok(rule.system);
  return fail(problem('routing-missing', `No routing rule names a system for company ${company}.`));
}
