/** An ERP in memory that behaves as badly as it is told to. */
import type { PurchaseOrder } from '#core/canonical/purchase-order.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { Instant } from '#core/kernel/dates.ts';
import { type ProblemCode, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { later } from '#platform/posting/rules/backoff.ts';
import type {
  SystemCapabilities,
  SystemOfRecord,
  SystemOrder,
  SystemOrderDetail,
  SystemOrderState,
} from '#platform/posting/system-of-record.ts';

export type SystemCall = 'create' | 'find' | 'confirm' | 'discard' | 'read';

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

export const simulatedCapabilities: SystemCapabilities = {
  repeats: { create: 'lookupOnly', confirm: 'nativeIdempotency', discard: 'nativeIdempotency' },
  hasDrafts: true,
  longestCommitDelaySeconds: 60,
  changes: { draft: ['quantity', 'cancel'], confirmed: [], cancelled: [] },
};

export interface SimulatedOrder {
  readonly nativeId: string;
  readonly number?: string;
  readonly reference: string;
  readonly state: SystemOrderState;
  readonly createdAt: Instant;
  readonly order: PurchaseOrder;
}

export interface SimulatedSystem extends SystemOfRecord {
  /** Everything it holds now, cancelled orders too. */
  orders(): readonly SimulatedOrder[];
  /** The calls it was asked so far, those that failed too. */
  calls(): readonly SystemCall[];
  /** Decide what becomes of each following call. */
  behave(how: (call: SystemCall) => Behaviour): void;
  /** These behaviours for the next calls, then the ones before. */
  next(...behaviours: readonly Behaviour[]): void;
  /** Why it will not take an order; undefined when it will. Asked at `confirm`, or at `create` without drafts. */
  refuse(why: (order: PurchaseOrder) => string | undefined): void;
}

export interface SimulatedSystemOptions {
  readonly clock: Clock;
  readonly id?: string;
  readonly capabilities?: SystemCapabilities;
}

export function simulatedSystem(options: SimulatedSystemOptions): SimulatedSystem {
  const { clock, id = 'tryton', capabilities = simulatedCapabilities } = options;
  const orders = new Map<string, SimulatedOrder>();
  const calls: SystemCall[] = [];
  let late: { readonly at: Instant; readonly effect: () => unknown }[] = [];
  let queued: Behaviour[] = [];
  let behave: (call: SystemCall) => Behaviour = () => answer;
  let refuse: (order: PurchaseOrder) => string | undefined = () => undefined;

  const catchUp = (): void => {
    const ripe = late.filter(({ at }) => at <= clock.now());
    late = late.filter(({ at }) => at > clock.now());
    for (const { effect } of ripe) effect();
  };
  const call = async <T>(name: SystemCall, effect: () => Result<T>): Promise<Result<T>> => {
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
  const change = (order: SimulatedOrder, state: SystemOrderState): SimulatedOrder => {
    const changed = { ...order, state, ...(state === 'confirmed' && { number: `PO${order.nativeId}` }) };
    orders.set(order.nativeId, changed);
    return changed;
  };
  /** In an order that changes, as nobody promised one. */
  const under = (reference: string) => {
    const found = [...orders.values()].filter((order) => order.reference === reference);
    return calls.length % 2 === 0 ? found : found.reverse();
  };
  const create = (order: PurchaseOrder, reference: string, createdAt: Instant): Result<SystemOrder> => {
    const twin = under(reference).find(({ state }) => state !== 'cancelled');
    if (twin && !takesRepeats(capabilities)) return ok(asSeen(twin));
    const refusal = capabilities.hasDrafts ? undefined : refuse(order);
    if (refusal) return fail(problem('system-refused', refusal));
    const nativeId = String(orders.size + 1);
    const made: SimulatedOrder = { nativeId, reference, state: 'draft', createdAt, order };
    orders.set(nativeId, made);
    return ok(asSeen(capabilities.hasDrafts ? made : change(made, 'confirmed')));
  };
  const confirm = (nativeId: string): Result<SystemOrder> => {
    const found = orders.get(nativeId);
    if (found?.state === 'confirmed') return ok(asSeen(found));
    if (found?.state !== 'draft') return fail(problem('system-refused', `There is no draft ${nativeId}.`));
    const refusal = refuse(found.order);
    return refusal ? fail(problem('system-refused', refusal)) : ok(asSeen(change(found, 'confirmed')));
  };
  const discard = (nativeId: string): Result<void> => {
    const found = orders.get(nativeId);
    if (found?.state === 'confirmed') return fail(problem('system-refused', `${nativeId} is confirmed.`));
    if (found) change(found, 'cancelled');
    return ok(undefined);
  };
  return {
    id,
    capabilities,
    createDraft: (order, reference) => {
      // Stamped when the request arrives: one that is committed late appears among younger ones.
      const createdAt = clock.now();
      return call('create', () => create(order, reference, createdAt));
    },
    findByReference: (reference) =>
      call('find', () => ok(capabilities.repeats.create === 'none' ? [] : under(reference).map(asSeen))),
    confirm: (nativeId) => call('confirm', () => confirm(nativeId)),
    discardDraft: (nativeId) => call('discard', () => discard(nativeId)),
    readPurchaseOrder: (nativeId) => call('read', () => ok(detail(orders.get(nativeId)))),
    orders: () => {
      catchUp();
      return [...orders.values()];
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

const takesRepeats = ({ repeats }: SystemCapabilities): boolean =>
  repeats.create === 'lookupOnly' || repeats.create === 'none';

const asSeen = ({ reference: _reference, order: _order, ...seen }: SimulatedOrder): SystemOrder => seen;

function detail(found: SimulatedOrder | undefined): SystemOrderDetail | undefined {
  if (!found) return undefined;
  const { order, reference } = found;
  const lines = order.lines.map(({ itemId, quantity, requestedDate }) => ({
    itemId,
    quantity,
    requestedDate,
  }));
  return { ...asSeen(found), reference, lines };
}
