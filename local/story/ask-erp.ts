import * as z from 'zod';
import { trytonClient } from '#adapters/tryton/client.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { unwrap } from '#core/kernel/result.ts';
import { isOurReference } from '#platform/posting/reference.ts';
import type { RunningErp } from '../erp/start-erp.ts';

const orderSchema = z.object({
  number: z.string().nullable(),
  state: z.string(),
  reference: z.string().nullable(),
});

/** A purchase order as the ERP has it. */
export type ErpOrder = z.infer<typeof orderSchema>;

/** The purchase orders with a reference of ours, asked of the ERP itself, as its administrator. */
export async function askErpForOurOrders(erp: RunningErp): Promise<ErpOrder[]> {
  const { url: endpoint, database, admin: credential } = erp;
  const found = await trytonClient({ endpoint, database, credential, clock: systemClock }).read({
    method: 'model.purchase.purchase.search_read',
    params: [[['reference', '!=', null]], 0, null, null, ['number', 'state', 'reference']],
    answer: z.array(orderSchema),
  });
  return unwrap(found).filter(({ reference }) => reference !== null && isOurReference(reference));
}

const invoiceSchema = z.object({
  reference: z.string().nullable(),
  state: z.string(),
  total_amount: z.object({ decimal: z.string() }).nullable(),
  'party.': z.object({ code: z.string().nullable() }),
});

/** A supplier's invoice as the ERP has it. */
export interface ErpInvoice {
  readonly supplier: string;
  readonly reference: string;
  readonly state: string;
  readonly total: number;
}

/** The suppliers' invoices that carry a supplier's number, asked of the ERP itself, as its administrator. */
export async function askErpForInvoices(erp: RunningErp): Promise<ErpInvoice[]> {
  const { url: endpoint, database, admin: credential } = erp;
  const found = await trytonClient({ endpoint, database, credential, clock: systemClock }).read({
    method: 'model.account.invoice.search_read',
    params: [
      [
        ['type', '=', 'in'],
        ['reference', '!=', null],
      ],
      ...[0, null, null, ['reference', 'state', 'total_amount', 'party.code']],
    ],
    answer: z.array(invoiceSchema),
  });
  return unwrap(found).map((row) => ({
    supplier: row['party.'].code ?? '',
    reference: row.reference ?? '',
    state: row.state,
    total: Number(row.total_amount?.decimal ?? 0),
  }));
}
