import type { Exception } from '#contracts/client.ts';
import type { Filters } from '../../parts/filters.ts';

/** What the API does not filter a queue by. */
export const localFilters = ['kind', 'severity', 'partner', 'supplier', 'claim'] as const;
export type LocalFilter = (typeof localFilters)[number];

/**
 * The test that a queue's exceptions must pass, or undefined when nothing is filtered here. Partners and suppliers by
 * any part of their id; `claim`: `mine`, `nobody` or `others`. Pure.
 */
export function matcherOf(
  filters: Filters<LocalFilter>,
  personId: string,
): ((exception: Exception) => boolean) | undefined {
  const { kind, severity, partner, supplier, claim } = filters;
  if (!localFilters.some((name) => filters[name] !== undefined)) return undefined;
  return ({ about, claimedBy, ...exception }) =>
    (kind === undefined || exception.kind === kind) &&
    (severity === undefined || exception.severity === severity) &&
    contains(about.partnerId, partner) &&
    contains(about.supplierId, supplier) &&
    claimed(claimedBy, claim, personId);
}

const contains = (id: string | undefined, part: string | undefined): boolean =>
  part === undefined || (id?.toLowerCase().includes(part.toLowerCase()) ?? false);

function claimed(by: string | undefined, claim: string | undefined, personId: string): boolean {
  switch (claim) {
    case 'mine':
      return by === personId;
    case 'nobody':
      return by === undefined;
    case 'others':
      return by !== undefined && by !== personId;
    default:
      return true;
  }
}
