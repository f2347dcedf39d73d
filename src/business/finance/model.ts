import type { CountedItem } from '#core/canonical/base-units.ts';
import type { LedgerLine, OrderLedger } from '#core/canonical/order-ledger.ts';
import type { PartnerAgreement } from '#core/canonical/partner-agreement.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { AllowanceOrCharge, SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import type { Micros } from '#core/kernel/decimal.ts';
import type { Price } from '#core/kernel/money.ts';
import type { Quantity } from '#core/kernel/quantity.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import type { LineFault } from './rules/find-order-line.ts';

/** As many orders as one commit can carry beside the invoice, its document, an exception and their events. */
export const MOST_ORDERS = 17;
export const MOST_LINES = 500;
export const MOST_CHARGES = 100;

/** Everything an invoice is compared with, as it stands now. */
export interface InvoiceContext {
  readonly document: StoredRecord<'partner-document'>;
  /** What it says, credits negative. */
  readonly stated: SupplierInvoice;
  readonly agreement: PartnerAgreement;
  /** The orders it names, by the number it names them by. */
  readonly ledgers: ReadonlyMap<string, StoredRecord<'order-ledger'>>;
  /** What the items' numbers lead to, a line each. */
  readonly itemIds: readonly (string | undefined)[];
  readonly items: ReadonlyMap<string, CountedItem>;
  /** Earlier invoices on these orders that a person let pass as they were. */
  readonly overridden: ReadonlySet<string>;
}

/** A line of an invoice with the order line it is for. */
export interface BilledLine {
  readonly stated: string;
  readonly order?: { readonly ledger: OrderLedger; readonly line: LedgerLine; readonly item: CountedItem };
  readonly quantity: Quantity;
  readonly price: Price;
  /** In the item's base unit. */
  readonly base: Micros;
  /** Of the goods alone, rounded to the currency. */
  readonly goods: Micros;
  readonly apart: readonly AllowanceOrCharge[];
  readonly unclear: readonly AllowanceOrCharge[];
  readonly fault?: LineFault;
}

/** What counts as invoiced on one order line once the invoice is paid. */
export interface Entry {
  readonly purchaseOrderId: string;
  readonly lineNumber: number;
  readonly quantity: Micros;
  readonly amount: Micros;
}

export interface DecidedInvoice {
  readonly invoice: Invoice;
  readonly entries: readonly Entry[];
  /** The orders whose next receipt or change may let it pass. */
  readonly waitsFor: ReadonlySet<string>;
}
