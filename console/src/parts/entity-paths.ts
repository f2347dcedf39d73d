/** Where the record of a type is looked at; undefined for what has no page of its own. Pure. */
export function pathOf(type: string, id: string): string | undefined {
  const under = paths[type];
  if (under !== undefined) return `/${under}/${encodeURIComponent(id)}`;
  if (found.has(type)) return `/documents?find=${encodeURIComponent(id)}`;
  return undefined;
}

/** What was done to a record, and by whom. */
export const auditPathOf = (type: string, id: string): string =>
  `/audit?target=${encodeURIComponent(`${type}#${id}`)}`;

const paths: Readonly<Record<string, string>> = {
  exception: 'exceptions',
  'dead-letter': 'dead-letters',
  redrive: 'redrives',
  replay: 'replays',
  'purchase-order': 'orders',
  'order-ledger': 'orders',
  document: 'documents',
  interchange: 'interchanges',
  'partner-document': 'partner-documents',
  'forecast-release': 'releases',
  'replenishment-run': 'runs',
  proposal: 'proposals',
  partner: 'partners',
  supplier: 'suppliers',
  item: 'items',
  invoice: 'invoices',
  'expected-shipment': 'shipments',
  // No page of their own, but a place in the chain.
  'goods-receipt': 'lineage/goods-receipt',
  'approval-group': 'lineage/approval-group',
  system: 'systems',
};

/** These are found by their number among everything else. */
const found: ReadonlySet<string> = new Set(['order-change', 'location']);
