import { ok } from '#core/kernel/result.ts';
import type {
  DocumentCapabilities,
  DocumentPort,
  InvoiceToBook,
} from '#platform/posting/system-of-record.ts';
import { bookInvoice, deleteInvoice } from './book-invoice.ts';
import { createInvoice } from './create-invoice.ts';
import { asDocument, readInvoice, readInvoices } from './invoice-state.ts';
import type { TrytonParts } from './parts.ts';

/**
 * Supplier invoices in Tryton: drafts with the supplier's number as reference and ours as description, posted once.
 * The ERP refuses by itself to post a second one under a supplier's number.
 */
export const supplierInvoices = (
  parts: TrytonParts,
  capabilities: DocumentCapabilities,
): DocumentPort<InvoiceToBook> => ({
  capabilities,
  createDraft: (toBook, reference) => createInvoice(parts, toBook, reference),
  findByReference: async (reference) => {
    const rows = await readInvoices(parts.client, [['description', '=', reference]]);
    return rows.ok ? ok(rows.value.map(asDocument)) : rows;
  },
  confirm: (nativeId, toBook) => bookInvoice(parts.client, nativeId, toBook),
  discardDraft: (nativeId) => deleteInvoice(parts.client, nativeId),
  read: async (nativeId) => {
    const row = await readInvoice(parts.client, nativeId);
    if (!row.ok || !row.value) return row.ok ? ok(undefined) : row;
    return ok({ ...asDocument(row.value), reference: row.value.description ?? '' });
  },
});
