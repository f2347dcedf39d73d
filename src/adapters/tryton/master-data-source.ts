import type { Candidate, Entity, MasterDataSource } from '#business/master-data/ports.ts';
import type { SystemOfRecordSettings } from '#core/canonical/settings.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { SystemParts } from '../system-factory.ts';
import { categories } from './categories.ts';
import { type TrytonClient, trytonClient } from './client.ts';
import { companyCode } from './company.ts';
import { companyNumber, connectionOf } from './connection.ts';
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

type Candidates = AsyncGenerator<Result<readonly Candidate[]>, void>;
type Pull = (parts: SourceParts) => Candidates;

const pulls: { readonly [E in Entity]: Pull } = {
  items: pullItems,
  suppliers: pullSuppliers,
  locations: pullLocations,
  supplierTerms: pullTerms,
  inventoryPositions: pullPositions,
  inventoryPolicies: pullPolicies,
};

/** Master data and stock of one Tryton by its settings and secret: everything of its company. */
export const trytonMasterDataSource = (
  settings: SystemOfRecordSettings,
  { credential, clock }: Pick<SystemParts, 'credential' | 'clock'>,
): MasterDataSource =>
  masterDataOf({
    system: settings.id,
    company: companyNumber(settings),
    client: trytonClient(connectionOf(settings, credential, clock)),
    clock,
  });

/** On a client: where tests put what they made. */
export const masterDataOf = (parts: SourceParts): MasterDataSource => ({
  id: parts.system,
  pull: (entity) => pulls[entity](parts),
});

async function* pullItems({ client, system }: SourceParts): Candidates {
  const groups = await allRows(client, categories);
  if (!groups.ok) return void (yield groups);
  const known = { system, categories: byId(groups.value) };
  for await (const page of rowPages(client, products)) {
    yield page.ok ? ok(page.value.map((row) => toItem(row, known))) : page;
  }
}

async function* pullSuppliers({ client, system, company }: SourceParts): Candidates {
  const rows = await allRows(client, supplierParties(company));
  if (!rows.ok) return void (yield rows);
  const currencies = new Map(rows.value.toReversed().map((row) => [row.party, row['currency.'].code]));
  for await (const page of rowPages(client, parties([...currencies.keys()]))) {
    yield page.ok
      ? ok(page.value.map((row) => toSupplier(row, { system, currency: currencies.get(row.id) })))
      : page;
  }
}

async function* pullLocations({ client, system, company }: SourceParts): Candidates {
  const name = await companyCode(client, company);
  if (!name.ok) return void (yield name);
  for await (const page of rowPages(client, warehouses)) {
    yield page.ok ? ok(page.value.map((row) => toLocation(row, { system, company: name.value }))) : page;
  }
}

async function* pullTerms({ client, company }: SourceParts): Candidates {
  const items = await allRows(client, { ...stockedProducts, domain: [], context: withInactive });
  if (!items.ok) return void (yield items);
  const codes = new Map(items.value.map(({ id, code }) => [id, code]));
  for await (const page of rowPages(client, terms(company))) {
    yield page.ok ? ok(page.value.flatMap((row) => toSupplierTerms(row, codes))) : page;
  }
}

async function* pullPositions({ client, clock }: SourceParts): Candidates {
  const sites = await allRows(client, warehouses);
  if (!sites.ok) return void (yield sites);
  const places = await allRows(client, storages);
  if (!places.ok) return void (yield places);
  const moving = await allRows(client, movesInTransit);
  if (!moving.ok) return void (yield moving);
  for (const site of sites.value) {
    const shelves = shelvesOf(site, byId(places.value));
    const arriving = inTransitTo(shelves.all, moving.value);
    for await (const page of rowPages(client, { ...stockedProducts, context: withInactive })) {
      if (!page.ok) return void (yield page);
      const asOf = clock.now();
      const ids = page.value.map(({ id }) => id);
      const stock = await readStock(client, shelves, ids, asOf);
      if (!stock.ok) return void (yield stock);
      yield ok(
        page.value.map((row) =>
          toPosition(row, shelves, stock.value, { inTransit: arriving.get(row.id) ?? 0, asOf }),
        ),
      );
    }
  }
}

async function* pullPolicies({ client, company }: SourceParts): Candidates {
  const sites = await allRows(client, warehouses);
  if (!sites.ok) return void (yield sites);
  const points = await allRows(client, orderPoints(company));
  if (!points.ok) return void (yield points);
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
