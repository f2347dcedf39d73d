import type { ErpWriter } from './erp-writer.ts';

/** What the ERP brings along or was given at its first set-up, by its ids. */
export interface Foundations {
  readonly company: number;
  readonly companyParty: number;
  readonly currency: number;
  readonly paymentTerm: number;
  readonly expenseAccount: number;
  readonly revenueAccount: number;
  readonly piece: number;
  readonly kilogram: number;
  readonly unitCategory: number;
  readonly firstWarehouse: number;
}

export async function findFoundations(erp: ErpWriter): Promise<Foundations> {
  const one = async (model: string, domain: readonly unknown[]): Promise<number> => {
    const [id] = await erp.search(model, domain);
    if (id === undefined) throw new Error(`The ERP has no ${model} with ${JSON.stringify(domain)}.`);
    return id;
  };
  const company = await one('company.company', []);
  return {
    company,
    companyParty: await one('party.party', [['name', '=', 'Harbour & Hill Distribution']]),
    currency: await one('currency.currency', [['code', '=', 'USD']]),
    paymentTerm: await one('account.invoice.payment_term', []),
    expenseAccount: await one('account.account', [
      ['type.expense', '=', true],
      ['company', '=', company],
    ]),
    revenueAccount: await one('account.account', [
      ['type.revenue', '=', true],
      ['company', '=', company],
    ]),
    piece: await one('product.uom', [['symbol', '=', 'u']]),
    kilogram: await one('product.uom', [['symbol', '=', 'kg']]),
    unitCategory: await one('product.uom.category', [['uoms.symbol', '=', 'u']]),
    firstWarehouse: await one('stock.location', [['type', '=', 'warehouse']]),
  };
}

/** What is at one place of a list of ids; the lists are as long as what they were made from. */
export function idAt(ids: readonly number[], index: number): number {
  const id = ids[index];
  if (id === undefined) throw new Error(`The ERP made ${ids.length} records where more were asked for.`);
  return id;
}

/** The id of a code that was just written. */
export function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`${code} was not written to the ERP.`);
  return id;
}
