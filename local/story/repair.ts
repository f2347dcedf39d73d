import type { CrossdockClient, Scorecard } from '#contracts/client.ts';
import type { Exception } from '#core/canonical/exception.ts';
import type { OrderLedger } from '#core/canonical/order-ledger.ts';
import type { Records } from '#core/kernel/records.ts';
import { phase, type Say } from '../progress.ts';
import type { RunningStack } from '../raise-stack.ts';
import { eventually } from './eventually.ts';
import type { People } from './people.ts';
import type { Eyes } from './prepare.ts';
import { syncNow } from './sync.ts';
import type { Traded } from './trade.ts';

const FLOWS_WITHIN = 120;
const AMENDED_WITHIN = 120;

/** What a steward explained, and how many documents went on by it. */
export interface Explained {
  readonly codes: readonly string[];
  readonly released: number;
}

/** What a buyer decided about an exception, and what it did to the order and to the supplier's figure. */
export interface Decided {
  readonly exception: Exception;
  readonly before: OrderLedger;
  readonly after: OrderLedger;
  /** On time in full of the month. */
  readonly onTimeInFull: { readonly before: string; readonly after: string };
}

/** A steward says once what an unknown code is: whatever waited for it flows. */
export async function explainCodes(
  { records }: Eyes,
  people: People,
  exceptions: readonly Exception[],
  say: Say,
): Promise<Explained> {
  const unknown = exceptions.filter(({ kind }) => kind === 'unknown-code');
  if (unknown.length === 0) return { codes: [], released: 0 };
  return phase('A steward says what an unknown code is; the documents that waited go on', say, async () => {
    const waiting = await parkedDocuments(records, unknown);
    const codes = unknown.map(({ evidence }) => evidence[0]?.received ?? '');
    // It is our own number here, printed where the supplier's should be.
    for (const exception of unknown)
      await people.explainCode(exception, exception.evidence[0]?.received ?? '');
    await untilApplied(records, waiting);
    return { codes, released: waiting.length };
  });
}

async function parkedDocuments(records: Records, unknown: readonly Exception[]): Promise<string[]> {
  const pages = await Promise.all(
    unknown.map(({ about }) =>
      records.list('partner-document', {
        list: 'documents-parked',
        scope: about.crossReferenceId ?? '',
        limit: 500,
      }),
    ),
  );
  return pages.flatMap(({ entries }) => entries.map(({ id }) => id));
}

function untilApplied(records: Records, ids: readonly string[]): Promise<void> {
  return eventually('The documents that waited for a code', FLOWS_WITHIN, async () => {
    const open = (await records.getMany('partner-document', ids)).filter(
      ({ body }) => body.state !== 'applied',
    );
    return open.length === 0
      ? { seen: undefined }
      : { notYet: `${open.length} of ${ids.length} are ${open[0]?.body.state}.` };
  });
}

/** What a buyer looks at first: the dearest short delivery, else the dearest other price. */
function worthRepairing(exceptions: readonly Exception[]): Exception | undefined {
  const worth = ({ atStake }: Exception): number => Number(atStake?.amount ?? 0);
  const dearest = (kind: Exception['kind']) =>
    exceptions
      .filter((exception) => exception.kind === kind && exception.about.lineNumber !== undefined)
      .toSorted((a, b) => worth(b) - worth(a))[0];
  return dearest('short-or-backorder') ?? dearest('price-difference');
}

/**
 * A buyer accepts what a supplier answered: the order is changed in the ERP, and what it was measured against with
 * it.
 */
export async function acceptAnswer(
  { outputs }: RunningStack,
  { api, records }: Eyes,
  people: People,
  { exceptions, ledgers }: Traded,
  say: Say,
): Promise<Decided | undefined> {
  const exception = worthRepairing(exceptions);
  const before = ledgers.find(({ id }) => id === exception?.about.purchaseOrderId);
  if (!exception || !before) return undefined;
  return phase('A buyer accepts what a supplier confirmed; the order changes in the ERP', say, async () => {
    const figureBefore = await onTimeInFull(api, before.supplierId);
    await people.acceptAnswer(exception, 'Enough until the next delivery.');
    await untilPosted(records, before.id, exception.id);
    await syncNow(outputs, 'SyncPurchaseOrders');
    const after = await untilChanged(records, before, exception.about.lineNumber ?? 0);
    return {
      exception,
      before,
      after,
      onTimeInFull: { before: figureBefore, after: await onTimeInFull(api, before.supplierId) },
    };
  });
}

function untilPosted(records: Records, orderId: string, exceptionId: string): Promise<void> {
  return eventually('The change in the ERP', AMENDED_WITHIN, async () => {
    const { entries } = await records.list('order-change', {
      list: 'changes-by-order',
      scope: orderId,
      limit: 100,
    });
    const change = entries.find(({ body }) => body.exceptionId === exceptionId)?.body;
    if (!change) return { notYet: 'nothing was asked of the ERP yet.' };
    if (change.posting === 'posted') return { seen: undefined };
    return { notYet: `it is ${change.posting}${change.refusal ? `: ${change.refusal}` : ''}.` };
  });
}

function untilChanged(records: Records, before: OrderLedger, lineNumber: number): Promise<OrderLedger> {
  const lineOf = ({ lines }: OrderLedger) => JSON.stringify(pick(lines, lineNumber));
  return eventually('The changed order', AMENDED_WITHIN, async () => {
    const after = (await records.get('order-ledger', before.id))?.body;
    if (after && lineOf(after) !== lineOf(before)) return { seen: after };
    return { notYet: 'its line is as it was.' };
  });
}

const pick = (lines: OrderLedger['lines'], number: number) => {
  const line = lines.find(({ lineNumber }) => lineNumber === number);
  return { quantity: line?.quantity, price: line?.price };
};

/** `11 of 12 lines (91.7 %)` of this month. */
async function onTimeInFull(api: CrossdockClient, supplierId: string): Promise<string> {
  const month = new Date().toISOString().slice(0, 7);
  const { measures }: Scorecard = (await api.getSupplierScorecard({ supplierId, month })).data;
  const measure = measures.find((one) => one.measure === 'on-time-in-full');
  return `${measure?.numerator ?? '0'} of ${measure?.denominator ?? '0'} lines`;
}
