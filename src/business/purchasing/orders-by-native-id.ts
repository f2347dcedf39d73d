import { derivedId } from '#core/kernel/identifiers.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';

/** The id of our record of an order that a system made by itself. */
export const foreignOrderId = (system: string, nativeId: string): string => derivedId('po', system, nativeId);

const ASKED_AT_A_TIME = 16;

/**
 * Our records of orders of a system, by native id; those we have none of are left out. Orders of the system's own
 * are looked for together, by the id they would have; the others one by one.
 */
export async function ordersByNativeId(
  records: Pick<Records, 'getMany' | 'findByIdentifier'>,
  system: string,
  nativeIds: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord<'purchase-order'>>> {
  const asked = [...new Set(nativeIds)];
  const foreign = await records.getMany(
    'purchase-order',
    asked.map((nativeId) => foreignOrderId(system, nativeId)),
  );
  const byId = new Map(foreign.map((record) => [record.id, record]));
  const found = new Map<string, StoredRecord<'purchase-order'>>();
  const find = async (nativeId: string): Promise<void> => {
    const stored =
      byId.get(foreignOrderId(system, nativeId)) ??
      (await records.findByIdentifier('purchase-order', {
        ...{ scheme: `${system}:purchase-order`, value: nativeId },
      }));
    if (stored) found.set(nativeId, stored);
  };
  for (let at = 0; at < asked.length; at += ASKED_AT_A_TIME) {
    await Promise.all(asked.slice(at, at + ASKED_AT_A_TIME).map(find));
  }
  return found;
}
