import * as z from 'zod';
import type { Candidate, CandidateBody } from '#business/master-data/ports.ts';
import { assumed } from './assumptions.ts';
import { nativeScheme } from './native-numbers.ts';
import { type Reading, withInactive } from './read-rows.ts';
import { sourceVersionOf, stampFields, stamps } from './source-version.ts';

export const warehouseRow = z.object({
  id: z.int(),
  code: z.string().nullable(),
  name: z.string(),
  active: z.boolean(),
  input_location: z.int(),
  output_location: z.int(),
  storage_location: z.int(),
  'address.': z.object({ 'subdivision.': z.object({ name: z.string() }).nullable() }).nullable(),
  ...stamps,
});
export type WarehouseRow = z.infer<typeof warehouseRow>;

export const warehouses: Reading<WarehouseRow> = {
  model: 'stock.location',
  domain: [['type', '=', 'warehouse']],
  fields: [
    ...['code', 'name', 'active', 'input_location', 'output_location', 'storage_location'],
    ...['address.subdivision.name', ...stampFields],
  ],
  row: warehouseRow,
  context: withInactive,
};

export const locationIdOf = ({ id, code }: Pick<WarehouseRow, 'id' | 'code'>): string => code ?? String(id);

/**
 * A warehouse of the ERP as a location. The region is the subdivision of its address; the kind is how its name ends,
 * as Tryton has one kind only.
 */
export function toLocation(
  row: WarehouseRow,
  { system, company }: { readonly system: string; readonly company: string },
): Candidate {
  const body = {
    name: row.name,
    kind: kindOf(row.name),
    status: row.active ? 'active' : 'closed',
    region: row['address.']?.['subdivision.']?.name,
    company,
    ...assumed.location,
    identifiers: [{ scheme: nativeScheme(system, 'warehouse'), value: String(row.id) }],
  } satisfies { [K in keyof CandidateBody['locations']]: unknown };
  return { id: locationIdOf(row), body, sourceVersion: sourceVersionOf([row]) };
}

function kindOf(name: string): CandidateBody['locations']['kind'] {
  if (/\bdistribution cent(?:er|re)$/i.test(name)) return 'distribution_center';
  return /\bbranch$/i.test(name) ? 'branch' : 'warehouse';
}
