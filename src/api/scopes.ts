/** The resource server that every scope belongs to; tokens carry `crossdock/<scope>`. */
export const resourceServer = 'crossdock';

/** One scope a resource and verb, with what it allows. */
export const scopes = {
  'items.read': 'Read items',
  'locations.read': 'Read locations',
  'suppliers.read': 'Read suppliers',
  'forecast-releases.read': 'Read forecast releases and their quarantined rows',
  'forecast-releases.approve': 'Approve a held forecast release',
  'forecast-uploads.create': 'Upload forecast files',
  'proposals.read': 'Read replenishment proposals and their decision records',
  'proposals.decide': 'Approve and reject replenishment proposals',
  'purchase-orders.read': 'Read purchase orders and what became of them in the system of record',
  'documents.read': 'Read documents and their history',
  'partner-documents.read': 'Read documents exchanged with partners',
  'partner-documents.reprocess': 'Read rejected or parked documents of partners again',
  'interchanges.read': 'Read interchanges with partners',
  'interchanges.reprocess': 'Read interchanges again that were set aside',
  'cross-references.put': 'Say what codes of partners are to us',
  'shipments.read': 'Read shipments that suppliers announced',
  'invoices.read': 'Read invoices of suppliers',
  'scorecards.read': 'Read scorecards of suppliers',
  'exceptions.read': 'Read exceptions',
  'exceptions.claim': 'Claim exceptions',
  'exceptions.comment': 'Comment exceptions',
  'exceptions.resolve': 'Decide what is done about exceptions, and open them again',
  'partners.read': 'Read partners, their agreements and certifications',
  'partners.add': 'Take partners on, and change agreements',
  'partners.certify': 'Certify partners',
  'partners.activate': 'Let partners go live',
  'partners.suspend': 'Suspend partners',
  'me.read': 'Read who one is and what one may',
  'measures.read': 'Read how the business stands',
  'search.read': 'Find records by any number',
  'lineage.read': 'Read what led to a record and what came of it',
  'replenishment-runs.read': 'Read replenishment runs',
  'systems.read': 'Read systems of record: load, breaker, maintenance',
  'systems.switch': 'Pause and resume systems of record',
  'exceptions.assign': 'Assign exceptions to others',
  'dead-letters.read': 'Read dead letters, and try what would happen',
  'dead-letters.redrive': 'Redrive dead letters',
  'dead-letters.settle': 'Discard dead letters, or make exceptions of them',
  'replays.read': 'Read replays',
  'replays.start': 'Replay events to a consumer, and see what that would send',
  'audit.read': 'Read who did what, when and why',
  'supplier-orders.read': 'Suppliers: read own orders',
  'supplier-orders.acknowledge': 'Suppliers: answer own orders',
  'supplier-shipments.announce': 'Suppliers: announce shipments',
  'supplier-invoices.submit': 'Suppliers: send invoices',
  'supplier-catalogs.offer': 'Suppliers: offer prices and lead times',
  'supplier-stock.report': 'Suppliers: report stock',
  'supplier-interchanges.post': 'Suppliers: post interchanges',
  'supplier-interchanges.read': 'Suppliers: read what became of interchanges',
  'supplier-documents.read': 'Suppliers: read what became of own documents',
} as const;

export type Scope = keyof typeof scopes;

/** The one scope of people who sign in: what they may follows from their roles. No machine client can ask for it. */
export const consoleScope = 'console';

/** A scope as it stands in a token: `crossdock/items.read`. */
export const tokenScope = (scope: Scope | typeof consoleScope): string => `${resourceServer}/${scope}`;
