import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import type { ShipNotice } from '#core/canonical/ship-notice.ts';
import type { ExpectedShipment } from '#core/canonical/supplier-flow.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { slicesOf } from './commits.ts';
import { keptPacks } from './handling-units.ts';
import type { DocumentToApply, MatchingPorts } from './matching-ports.ts';
import type { StoredShipment } from './moved-shipments.ts';
import { noteShipped } from './note-shipped.ts';
import { type NoticedOrder, noticedOrders } from './notice-orders.ts';
import { applyReceived, atOnce, type Decided, type StoredDocument } from './received-document.ts';
import { rejectedDocument } from './refused-document.ts';
import { expectedShipment, shipmentOfPartner, whyTooLarge } from './rules/expected-shipment.ts';
import { type FlatNotice, flattenNotice } from './rules/flatten-notice.ts';
import { packsException } from './rules/packs-exception.ts';
import { settledDocument } from './settle-document.ts';

const PACKS_AT_A_TIME = 25;

/**
 * Match a supplier's ship notice to its orders.
 * 1. Find the shipment that an earlier notice of the same number announced: this one replaces or cancels it; a notice
 *    older than that is recorded only, and one that does neither is a duplicate and rejected.
 * 2. Find the orders and match the shipped items to their lines, whatever packs they are in. More than one shipment
 *    can hold is rejected.
 * 3. Announce the shipment that the warehouse is to expect; from now on the number is its.
 * 4. Count it on each order: what is over, short, late or another item becomes a buyer's exception.
 * 5. Keep the packs by their serial numbers, and settle the notice.
 * Each step finds its own traces when it runs again. Problems: those of reading the document and of committing.
 */
export const applyShipNotice = (ports: MatchingPorts, input: DocumentToApply): Promise<Result<void>> =>
  decideAgain(() =>
    applyReceived(ports, input, ['ship-notice'], async (document) => {
      const read = await readPartnerDocument(ports.objects, document.body, 'ship-notice');
      if (!read.ok) return read;
      const number = shipmentOfPartner(document.body.partnerId, read.value.number);
      const earlier = await ports.records.findByIdentifier('expected-shipment', number);
      // Asked for after the number: another run of the same notice may have announced it in between.
      const own = await ports.records.get('expected-shipment', document.id);
      if (own?.body.state === 'replaced') return ok(recorded(document, own.id));
      if (own) return decideShipment(ports, document, read.value, { own: own.body, earlier: undefined });
      const inVain = earlier && (await hasNoEffect(ports, document, read.value, earlier));
      return inVain ? ok(inVain) : decideShipment(ports, document, read.value, { own: undefined, earlier });
    }),
  );

const recorded = (document: StoredDocument, resultId: string): Decided =>
  atOnce(settledDocument(document, { state: 'applied', resultId }));

/** What becomes of a notice that comes too late, or that is a duplicate; undefined for one that counts. */
async function hasNoEffect(
  ports: MatchingPorts,
  document: StoredDocument,
  { number, purpose }: ShipNotice,
  earlier: StoredShipment,
): Promise<Decided | undefined> {
  if ((earlier.body.provenance.sourceVersion ?? '') >= document.body.ordinal)
    return recorded(document, earlier.id);
  if (purpose.meaning === 'replacement' || purpose.meaning === 'cancellation') return undefined;
  const message = `ship notice ${number} was there before and this one does not replace it`;
  return rejectedDocument(ports, document, { code: 'validation-failed', at: 'number', message });
}

interface Known {
  /** The shipment as this notice announced it before it was interrupted. */
  readonly own: ExpectedShipment | undefined;
  /** The one whose place it takes. */
  readonly earlier: StoredShipment | undefined;
}

async function decideShipment(
  ports: MatchingPorts,
  document: StoredDocument,
  notice: ShipNotice,
  { own, earlier }: Known,
): Promise<Result<Decided>> {
  const flat = flattenNotice(notice);
  const orders = await noticedOrders(ports, document, notice, flat.pieces);
  if ('commits' in orders) return ok(orders);
  const shipment = own ?? announcement({ document, notice, flat, orders, earlier });
  const tooLarge = whyTooLarge(shipment);
  if (tooLarge !== undefined)
    return ok(
      await rejectedDocument(ports, document, { code: 'validation-failed', at: 'lines', message: tooLarge }),
    );
  const announced = own ? ok(undefined) : await announce(ports, document, shipment, earlier);
  if (!announced.ok) return announced;
  const noted = await noteShipped(ports, shipment, orders);
  if (!noted.ok) return noted;
  const counted = await ports.records.get('expected-shipment', shipment.id);
  return !counted || counted.body.state === 'replaced'
    ? ok(recorded(document, shipment.id))
    : ok(await decidePacks(ports, document, counted, flat.ssccs, orders));
}

/** The packs of a counted shipment, and the end of its notice: unless another takes its place meanwhile. */
async function decidePacks(
  ports: MatchingPorts,
  document: StoredDocument,
  { id: shipmentId, version, body }: StoredShipment,
  ssccs: readonly string[],
  [first]: readonly NoticedOrder[],
): Promise<Decided> {
  const { supplierId, replaces: replaced } = body;
  const packs = await keptPacks(ports.records, { shipmentId, supplierId, ssccs, replaced });
  const exception =
    packs.notUnique.length > 0
      ? await exceptionChange(ports, packsException(body, packs.notUnique))
      : undefined;
  const result = { resultId: shipmentId, ...(first && { purchaseOrderId: first.ledger.id }) };
  const last: readonly AnyChange[] = [
    settledDocument(document, { state: 'applied', ...result }),
    { type: 'expected-shipment', id: shipmentId, expect: version, body },
    ...(exception ? [exception] : []),
  ];
  return { commits: [...slicesOf(packs.changes, PACKS_AT_A_TIME), last] };
}

interface Announcement {
  readonly document: StoredDocument;
  readonly notice: ShipNotice;
  readonly flat: FlatNotice;
  readonly orders: readonly NoticedOrder[];
  readonly earlier: StoredShipment | undefined;
}

function announcement({ document, notice, flat, orders, earlier }: Announcement): ExpectedShipment {
  const { id } = document;
  const { partnerId, supplierId, ordinal, at } = document.body;
  const head = { id, partnerId, supplierId, ordinal, at, packs: flat.packs, replaces: earlier?.id };
  const shipped = orders.map(({ ledger, judged }) => ({ ledger: ledger.body, lines: judged.lines }));
  return expectedShipment(notice, head, shipped);
}

/** The shipment, with the number of the notice; the one before gives it up. */
function announce(
  { records }: MatchingPorts,
  { id, correlationId }: StoredDocument,
  shipment: ExpectedShipment,
  earlier: StoredShipment | undefined,
): Promise<Result<void>> {
  const data = { shipmentId: id, supplierId: shipment.supplierId, state: shipment.state };
  const changes: readonly AnyChange[] = [
    {
      type: 'expected-shipment',
      id,
      expect: 'absent',
      body: shipment,
      events: [{ name: 'shipment-announced', data }],
    },
    ...(earlier ? [replacedShipment(earlier)] : []),
  ];
  return records.commit({ changes, correlationId });
}

const replacedShipment = ({ id, version, body }: StoredShipment): AnyChange => ({
  type: 'expected-shipment',
  id,
  expect: version,
  body: { ...body, state: 'replaced', identifiers: [] },
});
