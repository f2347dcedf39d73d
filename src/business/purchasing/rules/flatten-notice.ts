import type { ShipNotice, ShippedItem, ShippedPack } from '#core/canonical/ship-notice.ts';

export interface FlatNotice {
  /** Every shipped item, in packs or not, with the number of the order it is for; undefined where none is said. */
  readonly pieces: readonly ShippedPiece[];
  /** Every serial number of a pack, as often as it is stated. */
  readonly ssccs: readonly string[];
  readonly packs: number;
}

export interface ShippedPiece extends ShippedItem {
  readonly orderNumber: string | undefined;
}

/** The tree of a notice as a list. An item that names no order is for the only order the notice names. */
export function flattenNotice({ orders, packs, items }: ShipNotice): FlatNotice {
  const all: ShippedPack[] = [];
  const pending = [...packs];
  for (let pack = pending.pop(); pack; pack = pending.pop()) {
    all.push(pack);
    pending.push(...pack.packs);
  }
  const numbers = new Set(orders.map(({ number }) => number));
  const [only] = numbers.size === 1 ? numbers : [];
  const shipped = [...items, ...all.flatMap((pack) => pack.items)];
  return {
    pieces: shipped.map((item) => ({ ...item, orderNumber: item.order?.number ?? only })),
    ssccs: all.flatMap((pack) => pack.ssccs),
    packs: all.length,
  };
}
