/** How every kind of record is found: the lists it stands in, and the outside identifiers that lead to it. */
import type { Identifier } from '#core/kernel/identifiers.ts';
import { runningRedrive } from './dead-letter.ts';
import { remindAt } from './exception.ts';
import { sentNumbers } from './interchange.ts';
import { gapDueAt } from './partner.ts';
import { isOpen } from './purchase-order.ts';
import type { ListEntry, ListName } from './record-lists.ts';
import { type RecordBody, type RecordType, recordSchemas } from './record-schemas.ts';
import { runningReplay } from './replay.ts';

/** At most two lists a record: there is one index for each place. */
export type Places =
  | readonly []
  | readonly [ListEntry | undefined]
  | readonly [ListEntry | undefined, ListEntry | undefined];

interface Definition<T extends RecordType> {
  readonly schema: (typeof recordSchemas)[T];
  readonly places: (body: RecordBody<T>) => Places;
  readonly aliases: (body: RecordBody<T>) => readonly Identifier[];
}

const define = <T extends RecordType>(
  type: T,
  places: (body: RecordBody<T>) => Places,
  aliases: (body: RecordBody<T>) => readonly Identifier[] = () => [],
): Definition<T> => ({ schema: recordSchemas[type], places, aliases });

const inList = (list: ListName, sort: string, scope = ''): ListEntry => ({ list, scope, sort });

/** Long work is listed by when it began, and apart while it runs. */
const jobPlaces = (
  all: ListName,
  running: ListName,
  { id, state, startedAt }: { readonly id: string; readonly state: string; readonly startedAt: string },
): Places => [
  inList(all, `${startedAt}#${id}`),
  state === 'running' ? inList(running, `${startedAt}#${id}`) : undefined,
];

export const recordTypes: { readonly [T in RecordType]: Definition<T> } = {
  item: define(
    'item',
    ({ id }) => [inList('items', id)],
    ({ identifiers }) => identifiers,
  ),
  supplier: define(
    'supplier',
    ({ id }) => [inList('suppliers', id)],
    ({ identifiers }) => identifiers,
  ),
  'supplier-terms': define('supplier-terms', ({ id }) => [inList('supplier-terms', id)]),
  location: define(
    'location',
    ({ id }) => [inList('locations', id)],
    ({ identifiers }) => identifiers,
  ),
  'inventory-position': define('inventory-position', ({ id, locationId }) => [
    inList('positions-by-location', id, locationId),
  ]),
  'inventory-policy': define('inventory-policy', ({ id, locationId }) => [
    inList('policies-by-location', id, locationId),
  ]),
  document: define('document', ({ id, receivedAt }) => [inList('documents', `${receivedAt}#${id}`)]),
  'forecast-release': define('forecast-release', ({ id, receivedAt }) => [
    inList('forecast-releases', `${receivedAt}#${id}`),
  ]),
  'forecast-baseline': define('forecast-baseline', () => []),
  'replenishment-run': define('replenishment-run', ({ id, startedAt }) => [
    inList('replenishment-runs', `${startedAt}#${id}`),
  ]),
  proposal: define('proposal', ({ id, runId, state }) => [
    inList('proposals', id, runId),
    state === 'waiting' ? inList('proposals-waiting', id) : undefined,
  ]),
  'approval-group': define('approval-group', ({ id, runId, state, dueAt, escalatedAt }) => [
    inList('approval-groups', id, runId),
    state === 'waiting' && dueAt && !escalatedAt ? inList('approvals-due', `${dueAt}#${id}`) : undefined,
  ]),
  'approval-wait': define('approval-wait', () => []),
  'planning-turn': define('planning-turn', () => []),
  'purchase-order': define(
    'purchase-order',
    (order) => [
      inList('purchase-orders', `${order.orderDate}#${order.id}`),
      isOpen(order) ? inList('open-orders-by-location', order.id, order.locationId) : undefined,
    ],
    ({ identifiers }) => identifiers,
  ),
  partner: define(
    'partner',
    ({ id }) => [inList('partners', id)],
    ({ identifiers }) => identifiers,
  ),
  'cross-reference': define('cross-reference', ({ id, partnerId, kind, ours }) => [
    inList('cross-references', `${kind}#${id}`, partnerId),
    inList('cross-references-of-ours', id, `${partnerId}#${kind}#${ours}`),
  ]),
  'control-numbers': define('control-numbers', (numbers) => {
    const dueAt = gapDueAt(numbers);
    return [dueAt === undefined ? undefined : inList('gaps-due', `${dueAt}#${numbers.id}`)];
  }),
  interchange: define(
    'interchange',
    ({ id, partnerId, at, state, acknowledgementDueAt }) => [
      inList('interchanges-by-partner', `${at}#${id}`, partnerId ?? 'unknown'),
      state === 'sent' && acknowledgementDueAt
        ? inList('acknowledgements-due', `${acknowledgementDueAt}#${id}`)
        : undefined,
    ],
    sentNumbers,
  ),
  'partner-document': define('partner-document', ({ id, partnerId, at, state, waitsFor, ordinal }) => [
    inList('partner-documents', `${at}#${id}`, partnerId),
    state === 'parked' && waitsFor ? inList('documents-parked', `${ordinal}#${id}`, waitsFor) : undefined,
  ]),
  'order-ledger': define(
    'order-ledger',
    ({ id, supplierId, orderDate, answer: { state, dueAt, overdueSince } }) => [
      inList('ledgers-by-supplier', `${orderDate}#${id}`, supplierId),
      (state === 'awaiting' || state === 'held') && dueAt && !overdueSince
        ? inList('answers-due', `${dueAt}#${id}`)
        : undefined,
    ],
    ({ identifiers }) => identifiers,
  ),
  'order-change': define('order-change', ({ id, purchaseOrderId, sequence }) => [
    inList('changes-by-order', `${String(sequence).padStart(4, '0')}#${id}`, purchaseOrderId),
  ]),
  'expected-shipment': define(
    'expected-shipment',
    ({ id, supplierId, expectedOn, shippedOn }) => [
      inList('shipments-by-supplier', `${expectedOn ?? shippedOn ?? ''}#${id}`, supplierId),
    ],
    ({ identifiers }) => identifiers,
  ),
  'handling-unit': define('handling-unit', () => []),
  'goods-receipt': define(
    'goods-receipt',
    ({ id, supplierId, receivedOn }) => [inList('receipts-by-supplier', `${receivedOn}#${id}`, supplierId)],
    ({ identifiers }) => identifiers,
  ),
  invoice: define(
    'invoice',
    ({ id, supplierId, issuedOn, state, dueAt }) => [
      inList('invoices-by-supplier', `${issuedOn}#${id}`, supplierId),
      state === 'waiting_for_receipt' && dueAt ? inList('invoices-due', `${dueAt}#${id}`) : undefined,
    ],
    ({ identifiers }) => identifiers,
  ),
  'supplier-offer': define('supplier-offer', ({ id, supplierId }) => [
    inList('offers-by-supplier', id, supplierId),
  ]),
  exception: define('exception', ({ id, owner, state, dueAt, resolution, remindedAt, escalatedAt }) => [
    state === 'resolved'
      ? inList('exceptions', `${resolution?.at ?? dueAt}#${id}`, `${owner}#resolved`)
      : inList('exceptions', `${dueAt}#${id}`, `${owner}#open`),
    state !== 'resolved' && !escalatedAt
      ? inList('exceptions-due', `${remindAt(dueAt, remindedAt)}#${id}`)
      : undefined,
  ]),
  'dead-letter': define('dead-letter', ({ id, queue, state, firstSeenAt }) => {
    const open = state === 'waiting' ? 'waiting' : 'settled';
    return [
      inList('dead-letters', `${firstSeenAt}#${id}`, open),
      inList('dead-letters-by-queue', `${firstSeenAt}#${id}`, `${queue}#${open}`),
    ];
  }),
  redrive: define(
    'redrive',
    (job) => jobPlaces('redrives', 'redrives-running', job),
    ({ queue, state }) => (state === 'running' ? [runningRedrive(queue)] : []),
  ),
  replay: define(
    'replay',
    (job) => jobPlaces('replays', 'replays-running', job),
    ({ consumer, state }) => (state === 'running' ? [runningReplay(consumer)] : []),
  ),
  'source-status': define('source-status', ({ id }) => [inList('source-statuses', id)]),
};
