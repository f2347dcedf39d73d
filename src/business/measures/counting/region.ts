import type { Facts, RecordReference } from '#core/kernel/counting.ts';

export const locationOf = (id: string | undefined): readonly RecordReference[] =>
  id === undefined ? [] : [{ type: 'location', id }];

/** The region of a location, where both are known. */
export const regionOf = (facts: Facts, locationId: string | undefined): string | undefined =>
  locationId === undefined ? undefined : facts.of('location', locationId)?.region;
