import type { SeededSite } from './distributor.ts';
import type { ErpWriter } from './erp-writer.ts';
import { type Foundations, idAt } from './foundations.ts';

/** A warehouse and the place in it where goods are kept. */
export interface SiteIds {
  readonly warehouse: number;
  readonly storage: number;
}

/** Warehouses by code; their address says the region. The warehouse that the ERP brings along becomes the first. */
export async function seedSites(
  erp: ErpWriter,
  { companyParty, firstWarehouse }: Foundations,
  sites: readonly SeededSite[],
): Promise<ReadonlyMap<string, SiteIds>> {
  const regions = await seedRegions(erp, [...new Set(sites.map(({ region }) => region))]);
  const made = new Map<string, SiteIds>();
  for (const [index, { code, name, city, region }] of sites.entries()) {
    const address = { party: companyParty, street: 'Harbour Road 1', city, ...regions.get(region) };
    const [addressId] = await erp.create('party.address', [address]);
    const values = { code, name, address: addressId };
    if (index === 0) await erp.call('stock.location', 'write', [firstWarehouse], values);
    made.set(code, index === 0 ? await storageOf(erp, firstWarehouse) : await warehouse(erp, values));
  }
  return made;
}

async function seedRegions(erp: ErpWriter, regions: readonly string[]) {
  const [country] = await erp.create('country.country', [
    { name: 'United States', code: 'US', code3: 'USA' },
  ]);
  const subdivisions = await erp.create(
    'country.subdivision',
    regions.map((name) => ({ country, name, code: `US-${name.slice(0, 1)}`, type: 'state' })),
  );
  return new Map(regions.map((name, index) => [name, { country, subdivision: idAt(subdivisions, index) }]));
}

async function storageOf(erp: ErpWriter, warehouseId: number): Promise<SiteIds> {
  const [row] = (await erp.call('stock.location', 'read', [warehouseId], ['storage_location'])) as [
    { storage_location: number },
  ];
  return { warehouse: warehouseId, storage: row.storage_location };
}

const parts = [
  { part: 'Input', type: 'storage' },
  { part: 'Output', type: 'storage' },
  { part: 'Storage', type: 'storage' },
  { part: 'Lost and Found', type: 'lost_found' },
] as const;

async function warehouse(erp: ErpWriter, values: { code: string; name: string }): Promise<SiteIds> {
  const places = await erp.create(
    'stock.location',
    parts.map(({ part, type }) => ({
      name: `${part} ${values.name}`,
      type,
      code: `${values.code}-${part.slice(0, 3).toUpperCase()}`,
    })),
  );
  const storage = idAt(places, 2);
  const [id = 0] = await erp.create('stock.location', [
    {
      ...values,
      type: 'warehouse',
      input_location: idAt(places, 0),
      output_location: idAt(places, 1),
      storage_location: storage,
      lost_found_location: idAt(places, 3),
    },
  ]);
  return { warehouse: id, storage };
}
