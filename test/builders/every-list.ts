import { exceptionOwnerSchema } from '#core/canonical/exception.ts';
import { type ListName, lists } from '#core/canonical/record-lists.ts';
import type { RecordType } from '#core/canonical/record-schemas.ts';
import type { CountingTable } from '#test/doubles/counting-table.ts';

/** The records of every list: a new list does not compile until it is here. */
export const recordsOf: { readonly [L in ListName]: RecordType } = {
  items: 'item',
  suppliers: 'supplier',
  'supplier-terms': 'supplier-terms',
  locations: 'location',
  'positions-by-location': 'inventory-position',
  'policies-by-location': 'inventory-policy',
  documents: 'document',
  'forecast-releases': 'forecast-release',
  'replenishment-runs': 'replenishment-run',
  proposals: 'proposal',
  'proposals-waiting': 'proposal',
  'approval-groups': 'approval-group',
  'approvals-due': 'approval-group',
  'purchase-orders': 'purchase-order',
  'open-orders-by-location': 'purchase-order',
  partners: 'partner',
  'cross-references': 'cross-reference',
  'cross-references-of-ours': 'cross-reference',
  'gaps-due': 'control-numbers',
  'interchanges-by-partner': 'interchange',
  'acknowledgements-due': 'interchange',
  'partner-documents': 'partner-document',
  'documents-parked': 'partner-document',
  'ledgers-by-supplier': 'order-ledger',
  'answers-due': 'order-ledger',
  'changes-by-order': 'order-change',
  'shipments-by-supplier': 'expected-shipment',
  'receipts-by-supplier': 'goods-receipt',
  'invoices-by-supplier': 'invoice',
  'invoices-due': 'invoice',
  'offers-by-supplier': 'supplier-offer',
  exceptions: 'exception',
  'exceptions-due': 'exception',
  'dead-letters': 'dead-letter',
  'dead-letters-by-queue': 'dead-letter',
  redrives: 'redrive',
  'redrives-running': 'redrive',
  replays: 'replay',
  'replays-running': 'replay',
  'source-statuses': 'source-status',
};

const roles = exceptionOwnerSchema.options.flatMap((owner) => [`${owner}#open`, `${owner}#resolved`]);

/** The scopes a list is asked for in; one of its many where each is like the others. */
const scopesOf = (list: ListName): readonly string[] => {
  if (list === 'exceptions') return roles;
  if (list === 'dead-letters') return ['waiting', 'settled'];
  if (list === 'dead-letters-by-queue') return ['acknowledgements#waiting', 'acknowledgements#settled'];
  return ['', 'one-of-many'];
};

export interface AskedList {
  readonly list: ListName;
  readonly scope: string;
}

/** Every list in every scope. */
export const everyList: readonly AskedList[] = (Object.keys(lists) as ListName[]).flatMap((list) =>
  scopesOf(list).map((scope) => ({ list, scope })),
);

export interface Sizes {
  /** Over all roles, open and resolved. */
  readonly exceptions: number;
  readonly documents: number;
  /** Of every other list in a scope. */
  readonly others: number;
}

const first = Date.parse('2026-01-01T00:00:00.000Z');
/** One every twenty seconds. */
const timeOf = (n: number): string => new Date(first + n * 20_000).toISOString();

/** Fill a table with so many records that every list has some. */
export function fillEveryList(table: CountingTable, sizes: Sizes): void {
  for (const { list, scope } of everyList) {
    const count =
      list === 'exceptions'
        ? Math.ceil(sizes.exceptions / roles.length)
        : list === 'exceptions-due'
          ? sizes.exceptions
          : list === 'documents'
            ? sizes.documents
            : sizes.others;
    table.fill(list, scope, recordsOf[list], { count, sortOf: timeOf });
  }
}
