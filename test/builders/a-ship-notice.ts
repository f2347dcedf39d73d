import type { ShipNotice, ShippedItem, ShippedPack } from '#core/canonical/ship-notice.ts';

/** 480 pieces of I1 for line 1 of PO-71, shipped on 4 December, in no pack. */
export const aShipNotice = (differing: Partial<ShipNotice> = {}): ShipNotice => ({
  standard: 'x12',
  number: 'ASN-1',
  purpose: { code: '00', meaning: 'original' },
  dates: [{ event: 'shipped', code: '011', date: '2026-12-04' }],
  parties: [],
  references: [],
  orders: [{ number: 'PO-71' }],
  packs: [],
  items: [aShippedItem()],
  ...differing,
});

export const aShippedItem = (quantity = '480', differing: Partial<ShippedItem> = {}): ShippedItem => ({
  lineNumber: '1',
  order: { number: 'PO-71' },
  item: [{ scheme: 'buyer-item', value: 'I1' }],
  shipped: { value: quantity, unit: 'EA' },
  lots: [],
  ...differing,
});

export const aPack = (sscc: string, items: ShippedItem[], packs: ShippedPack[] = []): ShippedPack => ({
  level: 'P',
  ssccs: [sscc],
  packs,
  items,
});
