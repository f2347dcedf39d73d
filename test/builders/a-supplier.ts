import type { Supplier } from '#core/canonical/supplier.ts';

/** A supplier of ours as the ERP says it. */
export const aSupplier = (id: string, changes: Partial<Supplier> = {}): Supplier => ({
  id,
  name: id,
  status: 'active',
  currency: 'USD',
  workingDays: [1, 2, 3, 4, 5],
  identifiers: [],
  provenance: { system: 'tryton', receivedAt: '2026-11-20T06:15:00.000Z' },
  ...changes,
});
