/** The lists records are found in. A new one is an entry here, a place in record-types.ts and a row in docs/access-patterns.md. */

/** A place in a list: lists are read in the order of `sort`, ascending or descending. */
export interface ListEntry {
  readonly list: ListName;
  /** What the list is limited to: a release, a location; empty for the whole. */
  readonly scope: string;
  readonly sort: string;
}

/**
 * Every list, with the number of shards its entries are spread over (by hash of the record's id), and which of the
 * two places of its records it takes.
 */
export const lists = {
  items: { shards: 4, place: 1 },
  suppliers: { shards: 1, place: 1 },
  'supplier-terms': { shards: 4, place: 1 },
  locations: { shards: 1, place: 1 },
  /** Scope: location. */
  'positions-by-location': { shards: 2, place: 1 },
  /** Scope: location. */
  'policies-by-location': { shards: 2, place: 1 },
  documents: { shards: 4, place: 1 },
  'forecast-releases': { shards: 1, place: 1 },
  'replenishment-runs': { shards: 1, place: 1 },
  /** Scope: run, or empty for all. */
  proposals: { shards: 4, place: 1 },
  /** Only what waits for a person. */
  'proposals-waiting': { shards: 4, place: 2 },
  /** Scope: run. */
  'approval-groups': { shards: 2, place: 1 },
  /** Only groups with a deadline that nobody met yet; sort is the deadline. */
  'approvals-due': { shards: 1, place: 2 },
  'purchase-orders': { shards: 4, place: 1 },
  /** Scope: location. Only orders from which goods are still expected. */
  'open-orders-by-location': { shards: 2, place: 2 },
  partners: { shards: 1, place: 1 },
  /** Scope: partner. */
  'cross-references': { shards: 1, place: 1 },
  /** Scope: partner, kind and our code, as in `acme#item#FX-0001`. */
  'cross-references-of-ours': { shards: 1, place: 2 },
  /** Partners with numbers that are missing; sort is when the next one counts as lost. */
  'gaps-due': { shards: 1, place: 1 },
  /** Scope: partner. Sort: newest is last. */
  'interchanges-by-partner': { shards: 1, place: 1 },
  /** Sent, and its acknowledgement is still expected; sort is until when. */
  'acknowledgements-due': { shards: 1, place: 2 },
  /** Scope: partner. */
  'partner-documents': { shards: 2, place: 1 },
  /** Scope: the cross-reference they wait for; sort is the order they came in. */
  'documents-parked': { shards: 1, place: 2 },
  /** Scope: supplier. Sort is the order date. */
  'ledgers-by-supplier': { shards: 2, place: 1 },
  /** Orders whose supplier still owes an answer; sort is until when. */
  'answers-due': { shards: 1, place: 2 },
  /** Scope: purchase order. */
  'changes-by-order': { shards: 1, place: 1 },
  /** Scope: supplier. Sort is the day it is expected. */
  'shipments-by-supplier': { shards: 2, place: 1 },
  /** Scope: supplier. */
  'receipts-by-supplier': { shards: 2, place: 1 },
  /** Scope: supplier. Sort is the invoice date. */
  'invoices-by-supplier': { shards: 2, place: 1 },
  /** Invoices that wait for a receipt; sort is until when. */
  'invoices-due': { shards: 1, place: 2 },
  /** Scope: supplier. */
  'offers-by-supplier': { shards: 2, place: 1 },
  /** Scope: role and `open` or `resolved`, as in `buyer#open`. Open: sort is until when; resolved: when it was. */
  exceptions: { shards: 2, place: 1 },
  /** Open ones that were not escalated yet; sort is when to remind or escalate. */
  'exceptions-due': { shards: 1, place: 2 },
  /** Scope: `waiting` or `settled`. Sort is when it was first seen. */
  'dead-letters': { shards: 2, place: 1 },
  /** Scope: queue and `waiting` or `settled`, as in `acknowledgements#waiting`. */
  'dead-letters-by-queue': { shards: 2, place: 2 },
  redrives: { shards: 1, place: 1 },
  /** Sort is when it began. */
  'redrives-running': { shards: 1, place: 2 },
  replays: { shards: 1, place: 1 },
  'replays-running': { shards: 1, place: 2 },
  'source-statuses': { shards: 1, place: 1 },
} as const satisfies Record<string, { readonly shards: number; readonly place: 1 | 2 }>;

export type ListName = keyof typeof lists;
