import type { CrossdockClient, PurchaseOrder } from '#contracts/client.ts';
import { Blocked } from '../bootstrap/blocked.mjs';
import type { RunningErp } from '../erp/start-erp.ts';
import { askErpForOurOrders, type ErpOrder } from './ask-erp.ts';
import { eventually } from './eventually.ts';

const CONFIRMED = ['confirmed', 'processing', 'done'];
const NOTICED_WITHIN = 60;

/**
 * Ask the ERP itself: besides what it held before, it must hold exactly the orders that Crossdock says it confirmed,
 * each once, each confirmed. Throws a sentence that names what is missing or too much.
 */
export async function verifyOrders(
  erp: RunningErp,
  orders: readonly PurchaseOrder[],
  before: readonly ErpOrder[],
): Promise<void> {
  const expected = orders
    .filter(({ state }) => state !== 'refused')
    .map(({ number }) => number ?? '(no number)');
  const known = new Set(before.map(({ reference }) => reference));
  const inErp = (await askErpForOurOrders(erp)).filter(({ reference }) => !known.has(reference));
  const numbers = inErp
    .filter(({ state }) => CONFIRMED.includes(state))
    .map(({ number }) => number ?? '(no number)');
  const references = new Set(inErp.map(({ reference }) => reference));
  if (expected.toSorted().join() === numbers.toSorted().join() && references.size === inErp.length) return;
  throw new Blocked(
    `The ERP holds other orders than Crossdock says: ${numbers.toSorted().join(', ')}, all of them ${inErp.length}, under ${references.size} references; expected ${expected.toSorted().join(', ')}.`,
  );
}

/** Wait until Crossdock has noticed that a document arrived once more. */
export function untilArrivedAgain(api: CrossdockClient, documentId: string): Promise<number> {
  return eventually('The second arrival of the same file', NOTICED_WITHIN, async () => {
    const { arrivals } = (await api.getDocument({ documentId })).data;
    return arrivals > 1 ? { seen: arrivals } : { notYet: 'it counts one arrival.' };
  });
}
