import type { AnyChange, Records } from '#core/kernel/records.ts';

export interface Packs {
  readonly shipmentId: string;
  readonly supplierId: string;
  readonly ssccs: readonly string[];
  /** The shipment that this one takes the place of: its packs are this one's. */
  readonly replaced: string | undefined;
}

export interface KeptPacks {
  readonly changes: readonly AnyChange[];
  /** Serial numbers that are on another shipment, or twice on this one. */
  readonly notUnique: readonly string[];
}

const ASKED_AT_A_TIME = 100;

/** A record for each pack that has none. A serial number belongs to the shipment that stated it first. */
export async function keptPacks(
  records: Pick<Records, 'getMany'>,
  { shipmentId, supplierId, ssccs, replaced }: Packs,
): Promise<KeptPacks> {
  const unique = [...new Set(ssccs)].sort();
  const known = new Map<string, { readonly version: number; readonly shipmentId: string }>();
  for (let at = 0; at < unique.length; at += ASKED_AT_A_TIME) {
    const ids = unique.slice(at, at + ASKED_AT_A_TIME).map(packId);
    for (const { version, body } of await records.getMany('handling-unit', ids))
      known.set(body.sscc, { version, shipmentId: body.shipmentId });
  }
  const isAnothers = (sscc: string): boolean => {
    const owner = known.get(sscc)?.shipmentId;
    return owner !== undefined && owner !== shipmentId && owner !== replaced;
  };
  const changes = unique
    .filter((sscc) => !isAnothers(sscc) && known.get(sscc)?.shipmentId !== shipmentId)
    .map((sscc): AnyChange => {
      const id = packId(sscc);
      const expect = known.get(sscc)?.version ?? 'absent';
      return { type: 'handling-unit', id, expect, body: { id, sscc, shipmentId, supplierId } };
    });
  const seen = new Set<string>();
  const twice = ssccs.filter((sscc) => seen.size === seen.add(sscc).size);
  return { changes, notUnique: [...new Set([...unique.filter(isAnothers), ...twice])].sort() };
}

const packId = (sscc: string): string => `sscc-${sscc}`;
