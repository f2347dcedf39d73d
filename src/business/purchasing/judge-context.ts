import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import { orderOfPartner } from '#core/canonical/order-ledger.ts';
import type { Identifier } from '#core/kernel/identifiers.ts';
import type { Records, StoredRecord } from '#core/kernel/records.ts';
import { type ItemCodes, itemCodesOf } from './item-codes.ts';
import type { LedgerPorts } from './matching-ports.ts';
import { agreementOf } from './partner-of-supplier.ts';
import type { JudgeContext } from './rules/judge-answer.ts';
import { noTolerance } from './rules/tolerance.ts';

export interface Judging {
  readonly codes: ItemCodes;
  readonly context: JudgeContext;
}

/** The ledger of the order that a partner calls so; nobody finds another's. */
export const ledgerOfOrder = (
  records: Pick<Records, 'findByIdentifier'>,
  partnerId: string,
  orderNumber: string,
): Promise<StoredRecord<'order-ledger'> | undefined> =>
  orderNumber.length === 0
    ? Promise.resolve(undefined)
    : records.findByIdentifier('order-ledger', orderOfPartner(partnerId, orderNumber));

/** Everything an answer to an order is judged with: codes, packs, transit, tolerances. */
export async function judgeContext(
  { records, settings }: Pick<LedgerPorts, 'records' | 'settings'>,
  ledger: OrderLedger,
  { partnerId, lines }: { readonly partnerId: string } & Pick<OrderAcknowledgement, 'lines'>,
): Promise<Judging> {
  const named = lines.flatMap(({ item, confirmations }): readonly Identifier[] => [
    ...item,
    ...confirmations.flatMap((confirmation) => confirmation.item),
  ]);
  const [codes, known, agreement] = await Promise.all([
    itemCodesOf(records, partnerId, named),
    contextOfItems(records, ledger),
    agreementOf({ settings }, partnerId),
  ]);
  const tolerances = agreement?.tolerances ?? noTolerance;
  return { codes, context: { itemOf: codes.itemOf, ...known, tolerances } };
}

/** What is known of the items of an order: how they are counted, and how long the supplier's goods travel. */
export async function contextOfItems(
  records: Pick<Records, 'getMany'>,
  { lines, supplierId }: OrderLedger,
): Promise<Pick<JudgeContext, 'items' | 'transitDays'>> {
  const itemIds = [...new Set(lines.map(({ itemId }) => itemId))];
  const termsIds = itemIds.map((itemId) => `${supplierId}:${itemId}`);
  const [items, terms] = await Promise.all([
    records.getMany('item', itemIds),
    records.getMany('supplier-terms', termsIds),
  ]);
  return {
    items: new Map(items.map(({ id, body }) => [id, body])),
    transitDays: new Map(terms.map(({ body }) => [body.itemId, body.transitDays])),
  };
}
