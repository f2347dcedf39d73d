import { wireDate } from '#adapters/tryton/wire.ts';
import { addDays } from '#core/kernel/dates.ts';
import type { Distributor, SeededOrder } from './distributor.ts';
import type { ErpWriter } from './erp-writer.ts';
import { type Foundations, idOf } from './foundations.ts';
import { priceOf, type Written } from './seed-stock.ts';

interface Partners extends Written {
  readonly suppliers: ReadonlyMap<string, number>;
}

/** Purchase orders that other people placed in the ERP, confirmed and on their way. */
export async function seedOpenOrders(
  erp: ErpWriter,
  foundations: Foundations,
  { openOrders, items }: Distributor,
  partners: Partners,
): Promise<void> {
  const cents = new Map(items.map((item) => [item.code, item.cents]));
  const values = await Promise.all(
    openOrders.map((order) => orderValues(erp, foundations, order, cents, partners)),
  );
  const orders = await erp.create('purchase.purchase', values);
  for (const step of ['quote', 'confirm', 'process']) await erp.call('purchase.purchase', step, orders);
}

async function orderValues(
  erp: ErpWriter,
  { company, currency, paymentTerm }: Foundations,
  order: SeededOrder,
  cents: ReadonlyMap<string, number>,
  { items, sites, suppliers, today }: Partners,
) {
  const party = idOf(suppliers, order.supplier);
  const [address] = await erp.search('party.address', [['party', '=', party]]);
  const site = sites.get(order.site);
  return {
    company,
    currency,
    party,
    invoice_address: address,
    payment_term: paymentTerm,
    warehouse: site?.warehouse,
    reference: order.reference,
    purchase_date: wireDate(today),
    lines: [
      [
        'create',
        order.lines.map(({ item, quantity }) => ({
          type: 'line',
          product: items.get(item)?.product,
          unit: items.get(item)?.orderUnit,
          quantity,
          unit_price: priceOf(cents.get(item) ?? 0),
          // Without it the ERP promises no date.
          delivery_date_edit: true,
          delivery_date_store: wireDate(addDays(today, order.deliveryInDays)),
        })),
      ],
    ],
  };
}
