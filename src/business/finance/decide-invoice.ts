import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { SupplierInvoice } from '#core/canonical/supplier-invoice.ts';
import { decimalText, type Micros, micros } from '#core/kernel/decimal.ts';
import type { Currency } from '#core/kernel/money.ts';
import { billedLine } from './billed-line.ts';
import { type JudgedOrderLines, judgeOrderLines } from './judge-order-lines.ts';
import { hasRoom } from './ledger-changes.ts';
import type { BilledLine, DecidedInvoice, InvoiceContext } from './model.ts';
import { duplicateKeyOf } from './rules/duplicate-key.ts';
import { judgeCharges, type StatedCharge } from './rules/judge-charges.ts';
import { faultsOfTaxes, possibleTaxes } from './rules/judge-taxes.ts';
import { judgeTotal } from './rules/judge-total.ts';
import { effectOf } from './rules/line-money.ts';

const DAY_MS = 86_400_000;

/** What was decided about the same invoice before. */
export type Before = Pick<Invoice, 'dueAt' | 'overriddenBy'>;

/**
 * The three-way match of one invoice, from its context alone (S7, S14).
 * 1. Find the order line of every line, in its unit and at its price.
 * 2. Judge all it asks on one order line together, with what was invoiced and received before.
 * 3. Judge charges, taxes and the total by themselves.
 * 4. Any fault blocks; missing goods alone make it wait, until its deadline; else it is matched.
 */
export function decideInvoice(context: InvoiceContext, before: Before, now: string): DecidedInvoice {
  const { stated, agreement } = context;
  const currency = stated.currency ?? firstOrder(context).currency;
  const billed = stated.lines.map((line, index) => billedLine(context, line, index, currency));
  const orderLines = judgeOrderLines(context, billed);
  const lines = billed.map((line) => lineBody(line, orderLines));
  const money = judgeMoney(context, { billed, expectedGoods: orderLines.expectedGoods, currency });
  const faults = [...faultsOfWhole(context), ...lines.flatMap(lineFault), ...money.reasons];
  const waits = lines.flatMap((line) => (line.verdict === 'waits_for_receipt' ? [lineInWords(line)] : []));
  const dueAt = before.dueAt ?? later(now, agreement.receiptWithinDays);
  const state = before.overriddenBy === undefined ? stateOf(faults, waits, now >= dueAt) : 'matched';
  const invoice: Invoice = {
    ...headOf(context),
    currency,
    total: decimalText(money.total),
    tax: decimalText(money.tax),
    state,
    reasons: reasonsOf(state, { faults, waits }),
    ...(state !== 'matched' && { dueAt }),
    ...(before.overriddenBy !== undefined && { overriddenBy: before.overriddenBy }),
    lines,
    charges: [...money.charges],
  };
  return {
    invoice: { ...invoice, identifiers: [duplicateKeyOf(invoice)] },
    entries: orderLines.entries,
    waitsFor: waitsFor(context, state, orderLines),
  };
}

const later = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString();

/** A receipt of any of its orders, or a change of one, may let a blocked invoice pass; only a receipt one that waits. */
function waitsFor(
  { ledgers }: InvoiceContext,
  state: Decided,
  orderLines: JudgedOrderLines,
): ReadonlySet<string> {
  const orders = [...ledgers.values()];
  if (state === 'matched' || !hasRoom(orders)) return new Set();
  return state === 'blocked' ? new Set(orders.map(({ id }) => id)) : orderLines.waitsFor;
}

interface Asked {
  readonly billed: readonly BilledLine[];
  readonly expectedGoods: Micros;
  readonly currency: Currency;
}

function judgeMoney({ stated, agreement }: InvoiceContext, { billed, expectedGoods, currency }: Asked) {
  const { charges, sum, reasons } = judgeCharges(chargesOf(stated, billed), agreement.agreedCharges);
  const total = judgeTotal(
    {
      currency,
      goods: billed.map(({ goods }) => goods),
      expectedGoods,
      charges: sum,
      taxes: possibleTaxes(stated),
      stated: statedTotal(stated),
    },
    agreement.tolerances,
  );
  return { ...total, charges, reasons: [...reasons, ...faultsOfTaxes(stated), ...total.reasons] };
}

type Decided = Extract<Invoice['state'], 'matched' | 'blocked' | 'waiting_for_receipt'>;

function stateOf(faults: readonly string[], waits: readonly string[], isLate: boolean): Decided {
  if (faults.length > 0) return 'blocked';
  if (waits.length === 0) return 'matched';
  return isLate ? 'blocked' : 'waiting_for_receipt';
}

const reasonsOf = (
  state: Decided,
  { faults, waits }: { readonly faults: readonly string[]; readonly waits: readonly string[] },
): string[] => {
  const late = state === 'blocked' && faults.length === 0 ? ['The goods did not arrive in time.'] : [];
  return [...late, ...faults, ...waits].map((reason) => reason.slice(0, 300)).slice(0, 50);
};

/** Any order it names that we have; there is one, or the document would have been rejected. */
function firstOrder({ ledgers }: InvoiceContext) {
  const [first] = ledgers.values();
  if (!first) throw new RangeError('an invoice without any order of ours is not matched');
  return first.body;
}

function headOf(context: InvoiceContext) {
  const { document, stated } = context;
  const { supplierId, partnerId, at } = document.body;
  return {
    id: document.id,
    supplierId,
    partnerId,
    number: stated.number,
    kind: stated.kind,
    issuedOn: stated.issuedOn,
    system: firstOrder(context).system,
    identifiers: [],
    provenance: { system: partnerId, documentId: document.id, receivedAt: at },
  };
}

function faultsOfWhole({ stated: { purpose, lines }, ledgers }: InvoiceContext): readonly string[] {
  const systems = new Set([...ledgers.values()].map(({ body }) => body.system));
  const faults: string[] = [];
  if (purpose?.meaning === 'cancellation' || purpose?.meaning === 'replacement') {
    faults.push(`It is a ${purpose.meaning} of an earlier invoice (code ${purpose.code}).`);
  }
  if (systems.size > 1) faults.push(`Its orders are in several systems: ${[...systems].join(', ')}.`);
  if (lines.length === 0) faults.push('It has no line.');
  if (!hasRoom(ledgers.values())) faults.push('An order of it has as many invoices as one order can have.');
  return faults;
}

type Line = Invoice['lines'][number];

function lineBody(billed: BilledLine, orderLines: JudgedOrderLines): Line {
  const { stated, order, quantity, price, base, goods, fault } = billed;
  const judged = fault ?? orderLines.verdictOf(billed);
  const because = judged?.because;
  return {
    stated: stated.slice(0, 80),
    ...(order && {
      purchaseOrderId: order.ledger.id,
      lineNumber: order.line.lineNumber,
      itemId: order.line.itemId,
      baseQuantity: decimalText(base),
    }),
    quantity,
    price,
    amount: decimalText(goods),
    verdict: judged?.verdict ?? 'unknown_line',
    ...(because !== undefined && { because: because.slice(0, 300) }),
  };
}

const lineFault = (line: Line): readonly string[] =>
  line.verdict === 'matched' || line.verdict === 'waits_for_receipt' ? [] : [lineInWords(line)];

const lineInWords = ({ stated, because }: Line): string => `Line ${stated}: ${because ?? ''}`;

/** Of the whole and of the lines; what is unclear only where the stated total of charges (MOA 131) has it in it. */
function chargesOf(stated: SupplierInvoice, billed: readonly BilledLine[]): readonly StatedCharge[] {
  const all = billed.reduce((sum, { goods }) => sum + goods, 0n);
  const ofLines = (charges: 'apart' | 'unclear'): readonly StatedCharge[] =>
    billed.flatMap((line) => line[charges].map((charge) => ({ charge, goods: line.goods })));
  const clear = [
    ...stated.allowancesAndCharges.map((charge) => ({ charge, goods: all })),
    ...ofLines('apart'),
  ];
  const withUnclear = [...clear, ...ofLines('unclear')];
  const total = stated.totals.allowancesAndCharges;
  return total !== undefined && sumOfCharges(withUnclear) === micros(total) ? withUnclear : clear;
}

const sumOfCharges = (charges: readonly StatedCharge[]): Micros =>
  charges.reduce((sum, { charge, goods }) => sum + (effectOf(charge, goods) ?? 0n), 0n);

function statedTotal({ totals }: SupplierInvoice): Micros | undefined {
  const text = totals.invoice ?? totals.due;
  return text === undefined ? undefined : micros(text);
}
