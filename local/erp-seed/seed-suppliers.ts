import type { SeededSupplier } from './distributor.ts';
import type { ErpWriter } from './erp-writer.ts';
import { idAt } from './foundations.ts';

/** Suppliers by code, each with its address. */
export async function seedSuppliers(
  erp: ErpWriter,
  suppliers: readonly SeededSupplier[],
): Promise<ReadonlyMap<string, number>> {
  const ids = await erp.create(
    'party.party',
    suppliers.map(({ code, name, city }) => ({
      code,
      name,
      addresses: [['create', [{ street: 'Factory Lane 7', city }]]],
    })),
  );
  return new Map(suppliers.map(({ code }, index) => [code, idAt(ids, index)]));
}
