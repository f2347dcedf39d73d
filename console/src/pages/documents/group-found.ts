import type { Found } from '#contracts/client.ts';
import { words } from '../../parts/format.ts';

export type FoundRecord = Found['entries'][number];

export interface FoundGroup {
  readonly type: string;
  readonly title: string;
  readonly records: readonly FoundRecord[];
}

/** What kinds of records are called when there are several; the rest by their own word. */
const plurals: Readonly<Record<string, string>> = {
  'purchase-order': 'Orders',
  'order-ledger': 'Orders at their suppliers',
  'forecast-release': 'Forecast releases',
  'replenishment-run': 'Replenishment runs',
  proposal: 'Proposals',
  'partner-document': 'Documents of partners',
  interchange: 'Interchanges',
  document: 'Files',
  'expected-shipment': 'Shipments',
  'goods-receipt': 'Receipts',
  invoice: 'Invoices',
  exception: 'Exceptions',
  'dead-letter': 'Dead letters',
  partner: 'Partners',
  supplier: 'Suppliers',
  item: 'Items',
};

const order = Object.keys(plurals);
const rankOf = (type: string): number => (order.includes(type) ? order.indexOf(type) : order.length);

/** What was found, by kind in the order of the business, the newest of each kind first. Pure. */
export function groupFound(entries: readonly FoundRecord[]): readonly FoundGroup[] {
  const types = [...new Set(entries.map(({ type }) => type))].sort((a, b) => rankOf(a) - rankOf(b));
  return types.map((type) => ({
    type,
    title: plurals[type] ?? words(type),
    records: entries
      .filter((entry) => entry.type === type)
      .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '')),
  }));
}
