/** An ERP in memory that behaves as badly as it is told to. */
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#core/canonical/purchase-order.ts';
import type { Invoice } from '#core/canonical/supplier-flow.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { decimalText, micros, ZERO } from '#core/kernel/decimal.ts';
import { type ProblemCode, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { later } from '#platform/posting/rules/backoff.ts';
import type {
  AllowedChanges,
  DocumentCapabilities,
  InvoiceToBook,
  OrderAmendment,
  PurchaseOrderPort,
  SystemOfRecord,
} from '#platform/posting/system-of-record.ts';
import {
  type SimulatedDocument,
  type SimulatedDocuments,
  type SystemCall,
  simulatedDocuments,
} from './simulated-documents.ts';

export type { SystemCall } from './simulated-documents.ts';

/** What becomes of one call. */
export type Behaviour =
  | { readonly kind: 'answer' }
  /** Nothing happens, and the adapter knows it. */
  | { readonly kind: 'fail'; readonly code: ProblemCode; readonly retryAfterSeconds?: number }
  /** Done at once, but the client has given up. */
  | { readonly kind: 'lose-answer' }
  /** Never arrives; the client cannot tell. */
  | { readonly kind: 'lose-request' }
  /** The client has given up; it is done so many seconds later. */
  | { readonly kind: 'commit-late'; readonly seconds: number };

export const answer: Behaviour = { kind: 'answer' };
export const down: Behaviour = { kind: 'fail', code: 'system-unavailable' };
export const locked: Behaviour = { kind: 'fail', code: 'system-credentials' };
export const loseAnswer: Behaviour = { kind: 'lose-answer' };
export const loseRequest: Behaviour = { kind: 'lose-request' };
export const commitLate = (seconds: number): Behaviour => ({ kind: 'commit-late', seconds });

/** The same of every kind of document. */
export const simulatedCapabilities: DocumentCapabilities = {
  repeats: { create: 'lookupOnly', confirm: 'nativeIdempotency', discard: 'nativeIdempotency' },
  hasDrafts: true,
  longestCommitDelaySeconds: 60,
};

export const simulatedChanges: AllowedChanges = {
  draft: [],
  confirmed: ['quantity', 'price', 'item', 'cancel-line'],
  part_received: ['quantity', 'price'],
  received: [],
  cancelled: [],
};

export type SimulatedOrder = SimulatedDocument<PurchaseOrder>;

/** What a system may refuse: an order, a change of one, an invoice. */
export type Refusable = PurchaseOrder | OrderChangeRecord | Invoice;

export interface SimulatedSystem extends SystemOfRecord {
  readonly purchaseOrders: PurchaseOrderPort;
  /** Everything it holds now, cancelled orders too, with what amendments made of them. */
  orders(): readonly SimulatedOrder[];
  amended(): readonly SimulatedDocument<OrderAmendment>[];
  invoices(): readonly SimulatedDocument<InvoiceToBook>[];
  /** Somebody books an invoice by hand; answers its native id. */
  bookByHand(invoice: Invoice): string;
  /** The calls it was asked so far, those that failed too. */
  calls(): readonly SystemCall[];
  /** Decide what becomes of each following call. */
  behave(how: (call: SystemCall) => Behaviour): void;
  /** These behaviours for the next calls, then the ones before. */
  next(...behaviours: readonly Behaviour[]): void;
  /** Why it will not take something; undefined when it will. Asked at `confirm`, or at `create` without drafts. */
  refuse(why: (document: Refusable) => string | undefined): void;
}

export interface SimulatedSystemOptions {
  readonly clock: Clock;
  readonly id?: string;
  readonly capabilities?: DocumentCapabilities;
  readonly changes?: AllowedChanges;
}

export function simulatedSystem(options: SimulatedSystemOptions): SimulatedSystem {
  const { clock, id = 'tryton', capabilities = simulatedCapabilities, changes = simulatedChanges } = options;
  const calls: SystemCall[] = [];
  let late: { readonly at: Instant; readonly effect: () => unknown }[] = [];
  let queued: Behaviour[] = [];
  let behave: (call: SystemCall) => Behaviour = () => answer;
  let refuse: (document: Refusable) => string | undefined = () => undefined;

  const catchUp = (): void => {
    const ripe = late.filter(({ at }) => at <= clock.now());
    late = late.filter(({ at }) => at > clock.now());
    for (const { effect } of ripe) effect();
  };
  const line = async <T>(name: SystemCall, effect: () => Result<T>): Promise<Result<T>> => {
    catchUp();
    calls.push(name);
    const behaviour = queued.shift() ?? behave(name);
    switch (behaviour.kind) {
      case 'answer':
        return effect();
      case 'fail': {
        const { code, retryAfterSeconds } = behaviour;
        return fail(problem(code, `${name}: ${code}`, retryAfterSeconds ? { retryAfterSeconds } : {}));
      }
      case 'lose-answer':
        effect();
        return lost(name);
      case 'lose-request':
        return lost(name);
      case 'commit-late':
        late.push({ at: later(clock.now(), behaviour.seconds), effect });
        return lost(name);
    }
  };
  const shared = { capabilities, line, now: () => clock.now() };
  const orders = simulatedDocuments<PurchaseOrder>({
    ...{ ...shared, series: 'PO', refusal: (order) => refuse(order) },
  });
  const amendments = simulatedDocuments<OrderAmendment>({
    ...{ ...shared, series: 'AM' },
    refusal: ({ change, nativeId }) => refuse(change) ?? missing(orders, nativeId),
    takesEffect: ({ change, nativeId }) => amend(orders, nativeId, change),
  });
  const byHand: SimulatedDocument<InvoiceToBook>[] = [];
  const supplierInvoices = simulatedDocuments<InvoiceToBook>({
    ...{ ...shared, series: 'BILL' },
    refusal: ({ invoice }) => refuse(invoice) ?? wrongTotal(invoice),
    twin: ({ invoice }) => byHand.find(({ document }) => isSame(document.invoice, invoice)),
    collision: ({ invoice }, twin) =>
      twin.document.invoice.total === invoice.total
        ? undefined
        : `${invoice.number} is booked for another total.`,
  });
  return {
    ...{ id, changes, amendments, supplierInvoices },
    purchaseOrders: { ...orders, read: (nativeId) => withLines(orders, nativeId) },
    orders: () => {
      catchUp();
      return orders.all();
    },
    amended: () => {
      catchUp();
      return amendments.all();
    },
    invoices: () => {
      catchUp();
      return [...byHand, ...supplierInvoices.all()];
    },
    bookByHand: (invoice) => {
      const nativeId = `H${byHand.length + 1}`;
      const made = {
        nativeId,
        number: nativeId,
        reference: '',
        state: 'confirmed',
        createdAt: clock.now(),
      } as const;
      byHand.push({ ...made, document: { invoice, orders: [] } });
      return nativeId;
    },
    calls: () => [...calls],
    behave: (how) => {
      behave = how;
    },
    next: (...behaviours) => {
      queued = [...behaviours];
    },
    refuse: (why) => {
      refuse = why;
    },
  };
}

const lost = (name: string) => fail(problem('outcome-unknown', `The answer to ${name} was lost.`));

/** It computes no taxes: an invoice is for its lines and charges. */
function wrongTotal({ lines, charges, total }: Invoice): string | undefined {
  const sum = [...lines, ...charges].reduce((all, { amount }) => all + micros(amount), ZERO);
  return sum === micros(total) ? undefined : `It computes ${decimalText(sum)}, and ${total} is stated.`;
}

const isSame = (a: Invoice, b: Invoice): boolean => a.number === b.number && a.supplierId === b.supplierId;

function missing(orders: SimulatedDocuments<PurchaseOrder>, nativeId: string): string | undefined {
  const known = orders.all().find((order) => order.nativeId === nativeId);
  return known?.state === 'confirmed' ? undefined : `There is no confirmed order ${nativeId}.`;
}

/** What an amendment makes of an order: amounts are absolute, a cancelled line is for nothing. */
function amend(
  orders: SimulatedDocuments<PurchaseOrder>,
  nativeId: string,
  { lines }: OrderChangeRecord,
): void {
  const known = orders.all().find((order) => order.nativeId === nativeId);
  if (!known) return;
  const changed = known.document.lines.map((line): PurchaseOrderLine => {
    const wish = lines.find(({ lineNumber }) => lineNumber === line.lineNumber);
    if (!wish) return line;
    if (wish.action === 'cancel') return { ...line, quantity: { ...line.quantity, value: '0' } };
    const { itemId, quantity = line.quantity, price = line.price } = wish;
    return { ...line, itemId, quantity, price };
  });
  orders.put({ ...known, document: { ...known.document, lines: changed } });
}

async function withLines(orders: SimulatedDocuments<PurchaseOrder>, nativeId: string) {
  const read = await orders.read(nativeId);
  if (!read.ok || !read.value) return read.ok ? ok(undefined) : read;
  const { document } = orders.all().find((order) => order.nativeId === nativeId) ?? {};
  const lines = (document?.lines ?? []).map(({ itemId, quantity, requestedDate }) => ({
    ...{ itemId, quantity, requestedDate },
  }));
  return ok({ ...read.value, lines });
}
