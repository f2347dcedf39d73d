import type { EdiAddress } from '#core/canonical/partner-agreement.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { OrderContext, OrderItem, OrderParty } from '../maps/order-context.ts';
import type { Correspondent } from './correspondent.ts';
import type { ExchangePorts } from './ports.ts';

/** What a document names: by our ids. */
export interface Named {
  readonly supplierId: string;
  readonly locationIds: readonly string[];
  readonly itemIds: readonly string[];
}

type Records = Pick<ExchangePorts, 'records'>;

/** Parties and items of a document by the numbers the partner knows: GTIN, GLN, its own codes, and ours. */
export async function orderContextOf(
  ports: Records,
  correspondent: Correspondent,
  { supplierId, locationIds, itemIds }: Named,
): Promise<OrderContext> {
  const supplier = await ports.records.get('supplier', supplierId);
  const { us, them } = correspondent.edi;
  const deliveredTo = await Promise.all(locationIds.map((id) => shipTo(ports, correspondent, id)));
  const parties: OrderParty[] = [
    { role: 'buyer', identifiers: [registered(us) ?? { scheme: 'buyer', value: us.id }] },
    {
      role: 'supplier',
      ...(supplier && { name: supplier.body.name }),
      identifiers: [registered(them) ?? { scheme: 'buyer', value: supplierId }],
    },
  ];
  // A report about several locations names each at its own figures.
  const [only] = deliveredTo.length === 1 ? deliveredTo : [];
  const numbers = deliveredTo.map(({ identifiers }, i) => [locationIds[i] ?? '', identifiers] as const);
  return {
    parties: only ? [...parties, only] : parties,
    items: await itemsOf(ports, correspondent, itemIds),
    locations: new Map(numbers),
  };
}

/** Qualifiers of addresses that are registered numbers (X12 I05, EDIFACT 0007): 14 EAN or GLN, 1 and 01 DUNS. */
function registered({ qualifier, id }: EdiAddress): Identifier | undefined {
  if (qualifier === '14') return { scheme: 'gln', value: id };
  return qualifier === '1' || qualifier === '01' ? { scheme: 'duns', value: id } : undefined;
}

async function shipTo(ports: Records, correspondent: Correspondent, id: string): Promise<OrderParty> {
  const stored = await ports.records.get('location', id);
  const gln = stored?.body.identifiers.find(({ scheme }) => scheme === 'gln');
  const theirs = await theirCodes(ports, correspondent, 'location', id);
  return {
    role: 'ship_to',
    ...(stored && { name: stored.body.name }),
    identifiers: [
      ...(gln ? [gln] : []),
      ...theirs.map((value) => ({ scheme: 'supplier', value })),
      { scheme: 'buyer', value: id },
    ],
  };
}

async function itemsOf(
  ports: Records,
  correspondent: Correspondent,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, OrderItem>> {
  const items = await ports.records.getMany('item', itemIds);
  const known = new Map(items.map(({ id, body }) => [id, body]));
  const named = await Promise.all(
    [...new Set(itemIds)].map(async (id): Promise<[string, OrderItem]> => {
      const item = known.get(id);
      const gtin = item?.identifiers.find(({ scheme }) => scheme === 'gtin');
      const [theirs] = await theirCodes(ports, correspondent, 'item', id);
      const identifiers = [
        { scheme: 'buyer-item', value: id },
        ...(theirs === undefined ? [] : [{ scheme: 'supplier-item', value: theirs }]),
        ...(gtin ? [gtin] : []),
      ];
      return [id, { identifiers, ...(item && { description: item.description }) }];
    }),
  );
  return new Map(named);
}

/** The partner's own codes for something of ours, by the cross-references; the one stated last comes first. */
async function theirCodes(
  { records }: Records,
  { partnerId }: Correspondent,
  kind: 'item' | 'location',
  ours: string,
): Promise<readonly string[]> {
  const scope = `${partnerId}#${kind}#${ours}`;
  const { entries } = await records.list('cross-reference', {
    list: 'cross-references-of-ours',
    scope,
    limit: 10,
  });
  return entries
    .map(({ body }) => body)
    .sort((a, b) => (a.changedAt > b.changedAt ? -1 : 1))
    .map(({ theirs }) => theirs);
}
