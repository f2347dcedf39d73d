import * as z from 'zod';
import type { Candidate, CandidateBody } from '#business/master-data/ports.ts';
import { assumed } from './assumptions.ts';
import { nativeScheme } from './native-numbers.ts';
import { type Reading, withInactive } from './read-rows.ts';
import { sourceVersionOf, stampFields, stamps } from './source-version.ts';

export const partyRow = z.object({
  id: z.int(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  active: z.boolean(),
  ...stamps,
});
export type PartyRow = z.infer<typeof partyRow>;

/** The parties with these ids. */
export const parties = (ids: readonly number[]): Reading<PartyRow> => ({
  model: 'party.party',
  domain: [['id', 'in', ids]],
  fields: ['code', 'name', 'active', ...stampFields],
  row: partyRow,
  context: withInactive,
});

export const supplierIdOf = ({ id, code }: Pick<PartyRow, 'id' | 'code'>): string => code ?? String(id);

/** What makes a party a supplier: it has terms for a product. Its currency is the one they are in. */
export const supplierTermRow = z.object({
  id: z.int(),
  party: z.int(),
  'currency.': z.object({ code: z.string() }),
});
export type SupplierTermRow = z.infer<typeof supplierTermRow>;

export const supplierTerms = (company: number): Reading<SupplierTermRow> => ({
  model: 'purchase.product_supplier',
  domain: [['company', '=', company]],
  fields: ['party', 'currency.code'],
  row: supplierTermRow,
  context: withInactive,
});

export function toSupplier(
  row: PartyRow,
  { system, currency }: { readonly system: string; readonly currency: string | undefined },
): Candidate {
  const body = {
    name: row.name ?? undefined,
    status: row.active ? 'active' : 'inactive',
    currency,
    ...assumed.supplier,
    identifiers: [{ scheme: nativeScheme(system, 'party'), value: String(row.id) }],
  } satisfies { [K in keyof CandidateBody['suppliers']]: unknown };
  return { id: supplierIdOf(row), body, sourceVersion: sourceVersionOf([row]) };
}
