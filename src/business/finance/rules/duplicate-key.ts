import type { Invoice } from '#core/canonical/supplier-flow.ts';
import { type Identifier, sha256 } from '#core/kernel/identifiers.ts';

/**
 * What two invoices share when they are the same: supplier, number and amount (S7). It is an outside identifier of the
 * invoice, so that of two that come at once only one gets it.
 */
export const duplicateKeyOf = ({
  supplierId,
  number,
  total,
  currency,
}: Pick<Invoice, 'supplierId' | 'number' | 'total' | 'currency'>): Identifier => ({
  scheme: 'supplier-invoice',
  value: sha256([supplierId, normalised(number), total, currency].join('\n')),
});

/** Leads from a number that a credit note names to the invoice it is about. */
export const invoiceNumberKey = (supplierId: string, number: string): Identifier => ({
  scheme: 'supplier-invoice-number',
  value: sha256([supplierId, normalised(number)].join('\n')),
});

/** Partners write the same number with other spaces and cases. */
const normalised = (number: string): string => number.replace(/\s/g, '').toUpperCase();
