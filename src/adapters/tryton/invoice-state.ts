import * as z from 'zod';
import { micros } from '#core/kernel/decimal.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { SystemDocument, SystemDocumentState } from '#platform/posting/system-of-record.ts';
import type { TrytonClient } from './client.ts';
import { recordNumber } from './native-numbers.ts';
import { decimalValue, instantValue } from './wire.ts';

/** A validated invoice has its number, and still nothing is in the books. */
const meaning = {
  draft: 'draft',
  validated: 'draft',
  posted: 'confirmed',
  paid: 'confirmed',
  cancelled: 'cancelled',
} as const satisfies Record<string, SystemDocumentState>;

const invoiceRow = z.object({
  id: z.int(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  description: z.string().nullable(),
  state: z.enum(Object.keys(meaning) as (keyof typeof meaning)[]),
  total_amount: decimalValue,
  lines: z.array(z.int()),
  create_date: instantValue,
  _timestamp: z.union([z.string(), z.number()]).nullable(),
});
export type InvoiceRow = z.infer<typeof invoiceRow>;

/** Supplier invoices of a domain of the ERP, oldest first. */
export const readInvoices = (
  client: TrytonClient,
  domain: readonly unknown[],
): Promise<Result<readonly InvoiceRow[]>> =>
  client.read({
    method: 'model.account.invoice.search_read',
    params: [
      [['type', '=', 'in'], ...domain],
      0,
      null,
      [['id', 'ASC']],
      Object.keys(invoiceRow.shape).slice(1),
    ],
    answer: z.array(invoiceRow),
  });

export async function readInvoice(
  client: TrytonClient,
  nativeId: string,
): Promise<Result<InvoiceRow | undefined>> {
  const number = recordNumber(nativeId);
  if (number === undefined) return ok(undefined);
  const rows = await readInvoices(client, [['id', '=', number]]);
  return rows.ok ? ok(rows.value[0]) : rows;
}

export const invoiceState = ({ state }: InvoiceRow): SystemDocumentState => meaning[state];

export const asDocument = (row: InvoiceRow): SystemDocument => ({
  nativeId: String(row.id),
  ...(row.number === null ? {} : { number: row.number }),
  state: invoiceState(row),
  createdAt: row.create_date,
});

export const unlessChanged = ({ id, _timestamp }: InvoiceRow) => ({
  _timestamp: { [`account.invoice,${id}`]: _timestamp },
});

/** What the ERP computes and what an invoice states may differ by so much of the currency. */
const ROUNDING = micros('0.02');

export function isSameTotal(computed: string, stated: string): boolean {
  const difference = micros(computed) - micros(stated);
  return difference <= ROUNDING && -difference <= ROUNDING;
}
