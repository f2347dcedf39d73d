import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { deliver } from '../delivery.ts';
import { notAllowed } from '../rules/needed-changes.ts';
import type { Over } from '../rules/transitions.ts';
import type { OrderAmendment, SystemOfRecord } from '../system-of-record.ts';
import type { Operation } from './operation.ts';
import { orderInSystem } from './order-in-system.ts';

const unknown = (id: string) => fail(problem('not-found', `There is no order change ${id}.`));

/** A change of an order that was decided becomes an amendment of the order in its system, as far as that allows it. */
export const amendPurchaseOrder: Operation = {
  recordType: 'order-change',
  async prepare(records, { documentId, system }) {
    const stored = await records.get('order-change', documentId);
    if (!stored) return unknown(documentId);
    const change = stored.body;
    const known = await orderInSystem(records, system, change.purchaseOrderId);
    if (!known.ok && known.problem.code === 'not-found') return known;
    const others = await changesOf(records, change.purchaseOrderId);
    const waitsFor = known.ok ? predecessorOf(change, others) : awaited(known.problem);
    const amendment = known.ok ? ok({ ...known.value, change }) : known;
    return ok({
      ...(waitsFor && { waitsFor }),
      deliveryTo: (to) => deliver(to.amendments, asAllowed(to, overtaken(amendment, others))),
    });
  },
  async outcome(records, { documentId }, over) {
    const stored = await records.get('order-change', documentId);
    if (!stored) return unknown(documentId);
    const body = told(stored.body, over);
    return ok(body && changeTo(body, stored.version, 'order-change-settled'));
  },
  async again(records, documentId) {
    const stored = await records.get('order-change', documentId);
    if (!stored) return unknown(documentId);
    const { refusal: _repaired, ...change } = stored.body;
    const refusal = notAgain(change, await changesOf(records, change.purchaseOrderId));
    if (refusal) return fail(problem('state-not-allowed', refusal));
    const body: OrderChangeRecord = { ...change, posting: 'requested' };
    return ok({
      system: change.system,
      correlationId: stored.correlationId,
      change: changeTo(body, stored.version, 'order-change-requested'),
    });
  },
  portOf: ({ amendments }) => amendments,
};

const awaited = (missing: Problem): Problem | undefined =>
  missing.code === 'posting-waits' ? missing : undefined;

/** More changes than any order sees; what is beyond is the oldest. */
const MOST = 1000;

async function changesOf(
  records: Pick<Records, 'list'>,
  purchaseOrderId: string,
): Promise<readonly OrderChangeRecord[]> {
  const query = {
    list: 'changes-by-order',
    scope: purchaseOrderId,
    order: 'descending',
    limit: MOST,
  } as const;
  const { entries } = await records.list('order-change', query);
  return entries.map(({ body }) => body);
}

/** The changes of an order reach its system in the order they were decided in. A refused one holds nobody up. */
function predecessorOf(
  { sequence, system }: OrderChangeRecord,
  others: readonly OrderChangeRecord[],
): Problem | undefined {
  const earlier = others.find(
    (other) => other.system === system && other.sequence < sequence && other.posting === 'requested',
  );
  if (!earlier) return undefined;
  return problem('posting-waits', `Change ${earlier.sequence} of the order comes first.`);
}

/** Why a change may not be asked for once more: beside a newer one nobody could say which comes last. */
function notAgain(change: OrderChangeRecord, others: readonly OrderChangeRecord[]): string | undefined {
  const { system, sequence, posting } = change;
  if (posting === 'none') return `The change is not for ${system}.`;
  const newer = others.find(
    (other) =>
      other.system === system &&
      other.sequence > sequence &&
      (other.posting === 'requested' || other.posting === 'posted'),
  );
  return newer && `Change ${newer.sequence} of the order is newer: decide a new one instead.`;
}

/** Amounts of a change are absolute: an old one must not undo a newer one. */
function overtaken(
  amendment: Result<OrderAmendment>,
  others: readonly OrderChangeRecord[],
): Result<OrderAmendment> {
  if (!amendment.ok) return amendment;
  const { sequence, system } = amendment.value.change;
  const newer = others.find(
    (other) => other.system === system && other.sequence > sequence && other.posting === 'posted',
  );
  if (!newer) return amendment;
  return fail(
    problem('system-refused', `Change ${newer.sequence}, which is newer, is in ${system} already.`),
  );
}

function asAllowed(
  { id, changes }: SystemOfRecord,
  amendment: Result<OrderAmendment>,
): Result<OrderAmendment> {
  if (!amendment.ok) return amendment;
  const reason = notAllowed(id, changes, amendment.value.order, amendment.value.change);
  return reason === undefined ? amendment : fail(problem('system-refused', reason));
}

function told(change: OrderChangeRecord, over: Over): OrderChangeRecord | undefined {
  if (over.name === 'refused') {
    return change.posting === 'requested'
      ? { ...change, posting: 'refused', refusal: over.reason }
      : undefined;
  }
  const { refusal: _overcome, ...rest } = change;
  return change.posting === 'posted' ? undefined : { ...rest, posting: 'posted' };
}

function changeTo(
  body: OrderChangeRecord,
  expect: number,
  name: 'order-change-settled' | 'order-change-requested',
): AnyChange {
  const { id, purchaseOrderId, system, posting, telling } = body;
  const data = { orderChangeId: id, purchaseOrderId, posting, telling };
  const event =
    name === 'order-change-requested'
      ? ({ name, data: { ...data, system } } as const)
      : ({ name, data } as const);
  return { type: 'order-change', id, expect, body, events: [event] };
}
