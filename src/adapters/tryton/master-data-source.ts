import type { Candidate, Entity, MasterDataSource } from '#business/master-data/ports.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { categories } from './categories.ts';
import type { TrytonClient } from './client.ts';
import { companyCode } from './company.ts';
import { inTransitTo, movesInTransit } from './in-transit.ts';
import { orderPoints, toPolicy } from './inventory-policies.ts';
import { readStock, stockedProducts, toPosition } from './inventory-positions.ts';
import { products, toItem } from './items.ts';
import { locationIdOf, toLocation, warehouses } from './locations.ts';
import { allRows, rowPages, withInactive } from './read-rows.ts';
import { shelvesOf, storages } from './shelves.ts';
import { terms, toSupplierTerms } from './supplier-terms.ts';
import { parties, supplierTerms as supplierParties, toSupplier } from './suppliers.ts';

/** What reading from one Tryton needs. */
export interface SourceParts {
  /** Id of the system's settings, such as `tryton`. */
  readonly system: string;
  /** Number of its company there. */
  readonly company: number;
  readonly client: TrytonClient;
  readonly clock: Clock;
}

type Pull = (parts: SourceParts) => AsyncIterable<Result<readonly Candidate[]>>;

const pulls: { readonly [E in Entity]: Pull } = {
  items: pullItems,
  suppliers: pullSuppliers,
  locations: pullLocations,
  supplierTerms: pullTerms,
  inventoryPositions: pullPositions,
  inventoryPolicies: pullPolicies,
};

/** Master data and stock of one Tryton, everything of its company. */
export const trytonMasterData = (parts: SourceParts): MasterDataSource => ({
  id: parts.system,
  pull: (entity) => pulls[entity](parts),
});

async function* pullItems({ client, system }: SourceParts) {
  const groups = await allRows(client, categories);
  if (!groups.ok) return yield groups;
  const known = { system, categories: byId(groups.value) };
  for await (const page of rowPages(client, products)) {
    yield page.ok ? ok(page.value.map((row) => toItem(row, known))) : page;
  }
}

async function* pullSuppliers({ client, system, company }: SourceParts) {
  const rows = await allRows(client, supplierParties(company));
  if (!rows.ok) return yield rows;
  const currencies = new Map(rows.value.toReversed().map((row) => [row.party, row['currency.'].code]));
  for await (const page of rowPages(client, parties([...currencies.keys()]))) {
    yield page.ok
      ? ok(page.value.map((row) => toSupplier(row, { system, currency: currencies.get(row.id) })))
      : page;
  }
}

async function* pullLocations({ client, system, company }: SourceParts) {
  const name = await companyCode(client, company);
  if (!name.ok) return yield name;
  for await (const page of rowPages(client, warehouses)) {
    yield page.ok ? ok(page.value.map((row) => toLocation(row, { system, company: name.value }))) : page;
  }
}

async function* pullTerms({ client, company }: SourceParts) {
  const items = await allRows(client, { ...stockedProducts, domain: [], context: withInactive });
  if (!items.ok) return yield items;
  const codes = new Map(items.value.map(({ id, code }) => [id, code]));
  for await (const page of rowPages(client, terms(company))) {
    yield page.ok ? ok(page.value.flatMap((row) => toSupplierTerms(row, codes))) : page;
  }
}

async function* pullPositions({ client, clock }: SourceParts) {
  const sites = await allRows(client, warehouses);
  if (!sites.ok) return yield sites;
  const places = await allRows(client, storages);
  if (!places.ok) return yield places;
  const moving = await allRows(client, movesInTransit);
  if (!moving.ok) return yield moving;
  for (const site of sites.value) {
    const shelves = shelvesOf(site, byId(places.value));
    const arriving = inTransitTo(shelves.all, moving.value);
    for await (const page of rowPages(client, { ...stockedProducts, context: withInactive })) {
      if (!page.ok) return yield page;
      const asOf = clock.now();
      const ids = page.value.map(({ id }) => id);
      const stock = await readStock(client, shelves, ids, asOf);
      if (!stock.ok) return yield stock;
      yield ok(
        page.value.map((row) =>
          toPosition(row, shelves, stock.value, { inTransit: arriving.get(row.id) ?? 0, asOf }),
        ),
      );
    }
  }
}

async function* pullPolicies({ client, company }: SourceParts) {
  const sites = await allRows(client, warehouses);
  if (!sites.ok) return yield sites;
  const points = await allRows(client, orderPoints(company));
  if (!points.ok) return yield points;
  const known = new Map(points.value.map((point) => [`${point.product}@${point.location}`, point]));
  for (const site of sites.value) {
    for await (const page of rowPages(client, { ...stockedProducts, context: withInactive })) {
      yield page.ok
        ? ok(page.value.map((row) => toPolicy(row, locationIdOf(site), known.get(`${row.id}@${site.id}`))))
        : page;
    }
  }
}

const byId = <Row extends { readonly id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> =>
  new Map(rows.map((row) => [row.id, row]));
