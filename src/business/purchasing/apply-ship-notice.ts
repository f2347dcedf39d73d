import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { AnyChange, StoredRecord } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { slicesOf } from './commits.ts';
import { keptPacks } from './handling-units.ts';
import type { DocumentToApply, MatchingPorts } from './matching-ports.ts';
import { noteShipped } from './note-shipped.ts';
import { noticedOrders } from './notice-orders.ts';
import { applyReceived, atOnce, type Decided, type StoredDocument } from './received-document.ts';
import { rejectedDocument } from './refused-document.ts';
import { expectedShipment, shipmentOfPartner } from './rules/expected-shipment.ts';
import { flattenNotice } from './rules/flatten-notice.ts';
import { packsException } from './rules/packs-exception.ts';
import { settledDocument } from './settle-document.ts';

const PACKS_AT_A_TIME = 25;

type StoredShipment = StoredRecord<'expected-shipment'>;

/**
 * Match a supplier's ship notice to its orders.
 * 1. Find the shipment that an earlier notice of the same number announced: this one replaces or cancels it; a notice
 *    older than that is recorded only, and one that does neither is a duplicate and rejected.
 * 2. Find the orders and match the shipped items to their lines, whatever packs they are in.
 * 3. Keep the packs by their serial numbers.
 * 4. Count the shipment on each order: what is over, short, late or another item becomes a buyer's exception.
 * 5. Commit the shipment that the warehouse is to expect, and say so.
 * Each step finds its own traces when it runs again. Problems: those of reading the document and of committing.
 */
export const applyShipNotice = (ports: MatchingPorts, input: DocumentToApply): Promise<Result<void>> =>
  decideAgain(() =>
    applyReceived(ports, input, ['ship-notice'], async (document) => {
      const read = await readPartnerDocument(ports.objects, document.body, 'ship-notice');
      return read.ok ? decideNotice(ports, document, read.value) : read;
    }),
  );

async function decideNotice(
  ports: MatchingPorts,
  document: StoredDocument,
  notice: ShipNotice,
): Promise<Result<Decided>> {
  const { partnerId, ordinal } = document.body;
  const number = shipmentOfPartner(partnerId, notice.number);
  const earlier = await ports.records.findByIdentifier('expected-shipment', number);
  if (earlier && (earlier.body.provenance.sourceVersion ?? '') >= ordinal) {
    return ok(atOnce(settledDocument(document, { state: 'applied', resultId: earlier.id })));
  }
  const replaces = notice.purpose.meaning === 'replacement' || notice.purpose.meaning === 'cancellation';
  if (earlier && !replaces) {
    const message = `ship notice ${notice.number} was there before and this one does not replace it`;
    return ok(await rejectedDocument(ports, document, { code: 'validation-failed', at: 'number', message }));
  }
  return decideShipment(ports, document, notice, earlier);
}

async function decideShipment(
  ports: MatchingPorts,
  document: StoredDocument,
  notice: ShipNotice,
  earlier: StoredShipment | undefined,
): Promise<Result<Decided>> {
  const { partnerId, supplierId, ordinal, at } = document.body;
  const flat = flattenNotice(notice);
  const orders = await noticedOrders(ports, document, notice, flat.pieces);
  if ('commits' in orders) return ok(orders);
  const noted = await noteShipped(ports, { document, notice, orders, replaced: earlier?.body });
  if (!noted.ok) return noted;
  const packs = await keptPacks(ports.records, {
    shipmentId: document.id,
    supplierId,
    ssccs: flat.ssccs,
    replaced: earlier?.id,
  });
  const head = { id: document.id, partnerId, supplierId, ordinal, at, packs: flat.packs };
  const shipment = expectedShipment(notice, head, noted.value);
  const exception =
    packs.notUnique.length > 0
      ? await exceptionChange(ports, packsException(shipment, packs.notUnique))
      : undefined;
  const data = { shipmentId: document.id, supplierId, state: shipment.state };
  const [first] = orders;
  const result = { resultId: document.id, ...(first && { purchaseOrderId: first.ledger.id }) };
  const changes: readonly AnyChange[] = [
    {
      type: 'expected-shipment',
      id: document.id,
      expect: 'absent',
      body: shipment,
      events: [{ name: 'shipment-announced', data }],
    },
    ...(earlier ? [replacedShipment(earlier)] : []),
    settledDocument(document, { state: 'applied', ...result }),
    ...(exception ? [exception] : []),
  ];
  return ok({ commits: [...slicesOf(packs.changes, PACKS_AT_A_TIME), changes] });
}

/** The number leads to the newer shipment from now on. */
const replacedShipment = ({ id, version, body }: StoredShipment): AnyChange => ({
  type: 'expected-shipment',
  id,
  expect: version,
  body: { ...body, state: body.state === 'cancelled' ? 'cancelled' : 'replaced', identifiers: [] },
});
