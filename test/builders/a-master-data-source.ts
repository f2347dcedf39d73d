import type { Candidate, CandidateBody, Entity, MasterDataSource } from '#business/master-data/ports.ts';
import type { Problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';

/** What a system has, by entity; a problem stands where the page that fails would. */
export type SystemContent = { readonly [E in Entity]?: readonly (readonly Candidate[] | Problem)[] };

/** A system that gives its pages as they stand in `content` at the time of the pull. */
export const aMasterDataSource = (
  content: SystemContent,
): MasterDataSource & { readonly pulled: Entity[] } => {
  const pulled: Entity[] = [];
  return {
    id: 'tryton',
    pulled,
    async *pull(entity) {
      pulled.push(entity);
      for (const page of content[entity] ?? []) yield 'code' in page ? fail(page) : ok(page);
    },
  };
};

const native = (kind: string, value: string) => ({ scheme: `tryton:${kind}`, value });

export const anItemCandidate = (
  id: string,
  differing: Partial<CandidateBody['items']> = {},
  sourceVersion?: string,
): Candidate => {
  const body: CandidateBody['items'] = {
    description: `Item ${id}`,
    status: 'active',
    hierarchy: ['hardware', 'bolts'],
    baseUnit: 'EA',
    packs: [{ unit: 'XCS', holds: '48' }],
    identifiers: [native('product', id)],
    ...differing,
  };
  return { id, body, ...(sourceVersion === undefined ? {} : { sourceVersion }) };
};

export const aSupplierCandidate = (id = 'S1'): Candidate => {
  const body: CandidateBody['suppliers'] = {
    name: 'Nordbolt',
    status: 'active',
    currency: 'EUR',
    workingDays: [1, 2, 3, 4, 5],
    identifiers: [native('party', id)],
  };
  return { id, body };
};

export const aLocationCandidate = (id = 'HAM'): Candidate => {
  const body: CandidateBody['locations'] = {
    name: 'Hamburg',
    kind: 'warehouse',
    status: 'active',
    region: 'north',
    company: 'main',
    receivingDays: [1, 2, 3, 4, 5],
    dockToStockDays: 1,
    identifiers: [native('warehouse', id)],
  };
  return { id, body };
};

export const aTermsCandidate = (
  itemId: string,
  differing: Partial<CandidateBody['supplierTerms']> = {},
): Candidate => {
  const body: CandidateBody['supplierTerms'] = {
    supplierId: 'S1',
    itemId,
    leadTimeDays: 5,
    transitDays: 2,
    orderUnit: 'XCS',
    minimumOrderQuantity: '1',
    orderMultiple: '1',
    price: { amount: '12.5', currency: 'EUR', per: { value: '100', unit: 'EA' } },
    validFrom: '2026-01-01',
    priority: 1,
    ...differing,
  };
  return { id: `${body.supplierId}:${body.itemId}`, body };
};

export const aPositionCandidate = (
  itemId: string,
  locationId: string,
  differing: Partial<CandidateBody['inventoryPositions']> = {},
): Candidate => {
  const body: CandidateBody['inventoryPositions'] = {
    itemId,
    locationId,
    unit: 'EA',
    onHand: '100',
    allocated: '0',
    onHold: '0',
    inTransit: '0',
    asOf: '2026-11-23T08:00:00.000Z',
    ...differing,
  };
  return { id: `${itemId}@${locationId}`, body };
};

export const aPolicyCandidate = (itemId: string, locationId: string, safetyStock = '10'): Candidate => {
  const body: CandidateBody['inventoryPolicies'] = {
    itemId,
    locationId,
    method: 'time_phased',
    safetyStock,
    eligible: true,
  };
  return { id: `${itemId}@${locationId}`, body };
};
