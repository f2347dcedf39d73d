import type { Finding } from '#core/canonical/interchange.ts';
import { MOST_FINDINGS } from '#core/canonical/interchange.ts';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import type { SupplierCatalog } from '#core/canonical/supplier-catalog.ts';
import type { SupplierOffer } from '#core/canonical/supplier-flow.ts';
import type { SupplierStock } from '#core/canonical/supplier-stock.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { exceptionChange } from '../exceptions/open-exception.ts';
import { slicesOf } from './commits.ts';
import { type ItemCodes, itemCodesOf } from './item-codes.ts';
import type { DocumentToApply, MatchingPorts } from './matching-ports.ts';
import { type KnownItem, knownItems } from './offered-items.ts';
import { applyReceived, type Decided, type StoredDocument } from './received-document.ts';
import { offerDiffers } from './rules/offer-differs.ts';
import { catalogOffered, type Offered, stockOffered } from './rules/offered.ts';
import { offersException } from './rules/offers-exception.ts';
import { settledDocument } from './settle-document.ts';

const OFFERS_AT_A_TIME = 12;

type Said =
  | { readonly what: 'stock'; readonly document: SupplierStock }
  | { readonly what: 'catalog'; readonly document: SupplierCatalog };

/**
 * Keep what a supplier has, asks and promises of its items as offers to master data.
 * 1. Find the item of every line; a line about none of ours is noted and passed over.
 * 2. Write each offer that is newer than what was offered; what master data says otherwise stands beside it.
 * 3. Where anything differs, tell the steward once for the whole document. Master data itself stays as it is.
 * Problems: those of reading the document and of committing.
 */
export const applyOffer = (ports: MatchingPorts, input: DocumentToApply): Promise<Result<void>> =>
  decideAgain(() =>
    applyReceived(ports, input, ['supplier-stock', 'supplier-catalog'], async (document) => {
      const said = await readOffer(ports, document);
      return said.ok ? ok(await decideOffers(ports, document, said.value)) : said;
    }),
  );

async function readOffer({ objects }: MatchingPorts, { body }: StoredDocument): Promise<Result<Said>> {
  if (body.kind === 'supplier-stock') {
    const read = await readPartnerDocument(objects, body, 'supplier-stock');
    return read.ok ? ok({ what: 'stock', document: read.value }) : read;
  }
  const read = await readPartnerDocument(objects, body, 'supplier-catalog');
  return read.ok ? ok({ what: 'catalog', document: read.value }) : read;
}

async function decideOffers(ports: MatchingPorts, document: StoredDocument, said: Said): Promise<Decided> {
  const { partnerId, supplierId } = document.body;
  const { lines } = said.document;
  const codes = await itemCodesOf(
    ports.records,
    partnerId,
    lines.flatMap(({ item }) => item),
  );
  const itemIds = lines.map(({ item }) => codes.itemOf(item)).filter((id) => id !== undefined);
  const items = await knownItems(ports, { partnerId, supplierId, itemIds });
  const offers = new Map<string, SupplierOffer>();
  for (const [itemId, offered] of offeredBy(said, codes, items)) {
    const item = items.get(itemId);
    const before = offers.get(itemId) ?? item?.offer?.body;
    if (item && isNewer(item, document, said))
      offers.set(itemId, offerOf(itemId, before, offered, item, document, said));
  }
  const changes = [...offers.values()].flatMap((offer) => offerChange(offer, items));
  const differing = [...offers.values()].filter(({ differs }) => differs.length > 0);
  const exception =
    differing.length > 0
      ? await exceptionChange(ports, offersException(document.body, said.what, differing))
      : undefined;
  const findings = unknownLines(lines, codes);
  const settled = settledDocument(document, { state: 'applied', findings });
  return {
    commits: [...slicesOf(changes, OFFERS_AT_A_TIME), [settled, ...(exception ? [exception] : [])]],
  };
}

function* offeredBy(
  said: Said,
  codes: ItemCodes,
  items: ReadonlyMap<string, KnownItem>,
): Generator<readonly [string, Offered]> {
  if (said.what === 'stock') {
    for (const line of said.document.lines) {
      const itemId = codes.itemOf(line.item);
      const context = itemId === undefined ? undefined : items.get(itemId)?.context;
      const offered = context && stockOffered(line, said.document, context);
      if (itemId !== undefined && offered) yield [itemId, offered];
    }
    return;
  }
  for (const line of said.document.lines) {
    const itemId = codes.itemOf(line.item);
    const context = itemId === undefined ? undefined : items.get(itemId)?.context;
    if (itemId !== undefined && context) yield [itemId, catalogOffered(line, said.document, context)];
  }
}

/** Its own again, too: after a crash the same document is held against master data once more. */
const isNewer = ({ offer }: KnownItem, { body }: StoredDocument, { what }: Said): boolean =>
  (offer?.body.ordinals[what] ?? '') <= body.ordinal;

function offerOf(
  itemId: string,
  before: SupplierOffer | undefined,
  offered: Offered,
  { context, terms }: KnownItem,
  { id, body }: StoredDocument,
  { what }: Said,
): SupplierOffer {
  const { partnerId, supplierId, ordinal, at } = body;
  const offer: SupplierOffer = {
    id: `${partnerId}:${itemId}`,
    partnerId,
    supplierId,
    itemId,
    discontinued: false,
    differs: [],
    ordinals: {},
    ...before,
    ...offered,
    provenance: { system: partnerId, sourceVersion: ordinal, documentId: id, receivedAt: at },
  };
  return {
    ...offer,
    ordinals: { ...offer.ordinals, [what]: ordinal },
    differs: [...offerDiffers(offer, terms, context.item)],
  };
}

function offerChange(offer: SupplierOffer, items: ReadonlyMap<string, KnownItem>): readonly AnyChange[] {
  const before = items.get(offer.itemId)?.offer;
  if (before && canonicalJson(before.body) === canonicalJson(offer)) return [];
  const data = { supplierOfferId: offer.id, itemId: offer.itemId };
  return [
    {
      type: 'supplier-offer',
      id: offer.id,
      expect: before?.version ?? 'absent',
      body: offer,
      events: [{ name: 'supplier-offer-changed', data }],
    },
  ];
}

const unknownLines = (lines: Said['document']['lines'], codes: ItemCodes): readonly Finding[] =>
  lines
    .map(({ item }) => codes.unknownOf(item))
    .filter((code) => code !== undefined)
    .slice(0, MOST_FINDINGS)
    .map((code) => ({
      code: 'code-unknown',
      at: 'item',
      message: `The item code ${code} leads to no item; the line is passed over.`,
    }));
