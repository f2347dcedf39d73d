import * as z from 'zod';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { InvoiceToBook, SystemDocument } from '#platform/posting/system-of-record.ts';
import { expenseAccount, expenseJournal, payableOf, productAccounts } from './invoice-accounts.ts';
import { type InvoiceSurroundings, invoiceLines } from './invoice-lines.ts';
import { asDocument, invoiceState, isSameTotal, readInvoices } from './invoice-state.ts';
import { nativeNumber } from './native-numbers.ts';
import { productNumbers } from './order-numbers.ts';
import { type OrderedProduct, orderedProducts } from './ordered-products.ts';
import type { TrytonParts } from './parts.ts';
import { type PurchaseInSystem, purchasesInSystem } from './purchase-in-system.ts';
import { wireDate } from './wire.ts';

/**
 * Create a supplier's invoice as a draft, with our reference as description and the supplier's number as reference.
 * 1. One that somebody has booked under that number is answered instead, if it is for the same amount.
 * 2. Read there what it must agree with: orders, products, accounts.
 * 3. Create head and lines in one call: all of it or nothing.
 */
export async function createInvoice(
  parts: TrytonParts,
  toBook: InvoiceToBook,
  reference: string,
): Promise<Result<SystemDocument>> {
  const party = await partyOf(parts, toBook);
  if (!party.ok) return party;
  const elsewhere = await enteredByOthers(parts, toBook, party.value, reference);
  if (!elsewhere.ok) return elsewhere;
  if (elsewhere.value) return ok(elsewhere.value);
  const purchases = await purchasesInSystem(
    parts.client,
    toBook.orders.map(({ nativeId }) => nativeId),
  );
  if (!purchases.ok) return purchases;
  const head = await headValues(parts, toBook, party.value, purchases.value);
  if (!head.ok) return head;
  const lines = await linesValues(parts, toBook, head.value, purchases.value);
  if (!lines.ok) return lines;
  const created = await parts.client.write({
    method: 'model.account.invoice.create',
    params: [[{ ...head.value, description: reference, lines: [['create', lines.value]] }]],
    answer: z.tuple([z.int()]),
  });
  if (!created.ok) return created;
  return ok({ nativeId: String(created.value[0]), state: 'draft', createdAt: parts.clock.now() });
}

async function partyOf(
  { records, system }: TrytonParts,
  { invoice }: InvoiceToBook,
): Promise<Result<number>> {
  const supplier = await records.get('supplier', invoice.supplierId);
  const party = supplier && nativeNumber(supplier.body.identifiers, system, 'party');
  if (party !== undefined) return ok(party);
  return refused(`The supplier ${invoice.supplierId} has no number in ${system}.`);
}

/** An invoice under the supplier's number that is none of ours. Two of them for different amounts are a person's task. */
async function enteredByOthers(
  { client }: TrytonParts,
  { invoice }: InvoiceToBook,
  party: number,
  reference: string,
): Promise<Result<SystemDocument | undefined>> {
  const found = await readInvoices(client, [
    ['party', '=', party],
    ['reference', '=', invoice.number],
  ]);
  if (!found.ok) return found;
  const [known] = found.value.filter(
    (row) => row.description !== reference && invoiceState(row) !== 'cancelled',
  );
  if (!known) return ok(undefined);
  if (invoiceState(known) === 'draft') {
    return refused(`Somebody has entered invoice ${invoice.number} in the ERP, where it is ${known.state}.`);
  }
  const { number, total_amount: total } = known;
  if (isSameTotal(total, invoice.total)) return ok(asDocument(known));
  return refused(
    `Invoice ${invoice.number} is in the ERP as ${number} for ${total}, and it states ${invoice.total}.`,
  );
}

interface Head {
  readonly party: number;
  readonly currency: number;
  readonly company: number;
}

/** What an invoice says as a whole. */
async function headValues(
  { client }: TrytonParts,
  { invoice }: InvoiceToBook,
  party: number,
  purchases: ReadonlyMap<string, PurchaseInSystem>,
): Promise<Result<Head>> {
  const [first] = purchases.values();
  const other = [...purchases.values()].find((one) => one['currency.'].code !== invoice.currency);
  if (other) {
    const { number, 'currency.': currency } = other;
    return refused(`Order ${number} is in ${currency.code} in the ERP, the invoice in ${invoice.currency}.`);
  }
  const found = await foundations(client, invoice.currency);
  if (!found.ok) return found;
  const on = { party, ...found.value };
  const [owed, journal] = await Promise.all([payableOf(client, on), expenseJournal(client)]);
  if (!owed.ok) return owed;
  if (!journal.ok) return journal;
  const values = {
    ...{ type: 'in', ...on, account: owed.value.account, journal: journal.value },
    invoice_address: first?.invoice_address ?? owed.value.invoice_address,
    payment_term: first?.payment_term ?? null,
    reference: invoice.number,
    invoice_date: wireDate(invoice.issuedOn),
  };
  return ok(values);
}

async function foundations(
  client: TrytonParts['client'],
  code: string,
): Promise<Result<Pick<Head, 'currency' | 'company'>>> {
  const [currencies, own] = await Promise.all([
    client.read({
      method: 'model.currency.currency.search',
      params: [[['code', '=', code]], 0, 1, null],
      answer: z.array(z.int()),
    }),
    client.read({
      method: 'model.account.invoice.default_get',
      params: [['company'], false],
      answer: z.looseObject({ company: z.int() }),
    }),
  ]);
  if (!currencies.ok) return currencies;
  if (!own.ok) return own;
  const [currency] = currencies.value;
  if (currency === undefined) return refused(`The ERP does not know the currency ${code}.`);
  return ok({ currency, company: own.value.company });
}

async function linesValues(
  { client, records, system }: TrytonParts,
  toBook: InvoiceToBook,
  { party, currency, company }: Head,
  purchases: ReadonlyMap<string, PurchaseInSystem>,
): Promise<Result<readonly object[]>> {
  const { lines, charges } = toBook.invoice;
  const numbers = await productNumbers(
    records,
    system,
    lines.flatMap(({ itemId }) => itemId ?? []),
  );
  if (!numbers.ok) return numbers;
  const ids = [...numbers.value.values()];
  const [products, accounts, expense] = await Promise.all([
    orderedProducts(client, ids),
    productAccounts(client, ids, { party, currency, company }),
    charges.length === 0 ? ok(undefined) : expenseAccount(client),
  ]);
  if (!products.ok) return products;
  if (!accounts.ok) return accounts;
  if (!expense.ok) return expense;
  const byItem = new Map<string, OrderedProduct>();
  for (const [itemId, number] of numbers.value) {
    const product = products.value.get(number);
    if (product) byItem.set(itemId, product);
  }
  const surroundings: InvoiceSurroundings = {
    ...{ purchases, products: byItem, accounts: accounts.value, expenseAccount: expense.value },
  };
  return invoiceLines(toBook, surroundings);
}

const refused = (detail: string) => fail(problem('system-refused', detail));
