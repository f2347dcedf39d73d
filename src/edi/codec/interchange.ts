import type { EdiFault } from './fault.ts';
import type { LoopInstance } from './loop-instance.ts';
import type { DelimiterBytes } from './scanner.ts';
import type { Segment } from './segment.ts';

/** What became of a transaction: used, used although it has faults, or refused. */
export type Outcome = 'accepted' | 'accepted-with-errors' | 'rejected';

/** A transaction set or message as it was read. Whether it counts is known when its interchange closed. */
export interface Transaction {
  /** `850`, `ORDERS`; empty when its header was lost. */
  readonly type: string;
  /** `004010`, `D96A`. */
  readonly version: string;
  /** Implementation convention (X12) or association code (EDIFACT); empty when none. */
  readonly convention: string;
  /** ST02, UNH01. */
  readonly reference: string;
  /** Header, body and trailer, in order; empty when the transaction was beyond the limits. */
  readonly segments: readonly Segment[];
  /** The same segments by loop, when there is a schema for the type and version. */
  readonly root?: LoopInstance;
  readonly faults: readonly EdiFault[];
  /** By its own faults; `outcomeOf` also asks its group and interchange. */
  readonly outcome: Outcome;
}

/** A functional group. In EDIFACT without UNG the messages are in one group without header. */
export interface Group {
  readonly header: Segment | undefined;
  readonly trailer: Segment | undefined;
  /** Functional identifier (GS01) or message type (UNG01). */
  readonly type: string;
  /** GS08 or UNG's message version and release. */
  readonly version: string;
  readonly reference: string;
  /** How many transactions the trailer says there are, as it says it. */
  readonly declaredCount: string;
  readonly transactions: readonly Transaction[];
  readonly faults: readonly EdiFault[];
  readonly outcome: Outcome;
}

/** Who sent or receives an interchange. */
export interface PartyId {
  readonly qualifier: string;
  readonly id: string;
}

export interface Interchange {
  readonly syntax: 'x12' | 'edifact';
  readonly header: Segment | undefined;
  readonly trailer: Segment | undefined;
  readonly reference: string;
  readonly sender: PartyId;
  readonly receiver: PartyId;
  readonly test: boolean;
  /** The sender asks for an acknowledgement (ISA14, UNB09). */
  readonly acknowledgementRequested: boolean;
  readonly delimiters: DelimiterBytes;
  /** TA1, ISB and ISE segments. */
  readonly services: readonly Segment[];
  readonly groups: readonly Group[];
  readonly faults: readonly EdiFault[];
  readonly outcome: Outcome;
}

/**
 * What a reader tells while it reads. A transaction is told as soon as it ends, so that nothing has to
 * wait in memory; it counts only when neither its group nor its interchange was rejected, which their
 * closing says. Groups and interchanges told by events have empty `transactions` and `groups`.
 */
export type InterchangeEvent =
  | { readonly kind: 'interchange-opened'; readonly header: Segment | undefined; readonly reference: string }
  | { readonly kind: 'group-opened'; readonly header: Segment | undefined; readonly reference: string }
  | { readonly kind: 'transaction'; readonly transaction: Transaction }
  | { readonly kind: 'group-closed'; readonly group: Group }
  | { readonly kind: 'interchange-closed'; readonly interchange: Interchange }
  | { readonly kind: 'outside'; readonly fault: EdiFault };

/** Everything that was in some data, and the faults that belong to no interchange. */
export interface ReadResult {
  readonly interchanges: readonly Interchange[];
  readonly faults: readonly EdiFault[];
}

/** What counts of a transaction once its group and interchange are known. */
export function outcomeOf(transaction: Transaction, group: Group, interchange: Interchange): Outcome {
  const all = [transaction.outcome, group.outcome, interchange.outcome];
  if (all.includes('rejected')) return 'rejected';
  return transaction.outcome;
}

export function outcomeByFaults(faults: readonly EdiFault[]): Outcome {
  if (faults.length === 0) return 'accepted';
  return faults.some(({ severity }) => severity === 'error') ? 'rejected' : 'accepted-with-errors';
}

/** All faults of what was read, from the outside in. */
export function faultsOf({ interchanges, faults }: ReadResult): EdiFault[] {
  return [
    ...faults,
    ...interchanges.flatMap((interchange) => [
      ...interchange.faults,
      ...interchange.groups.flatMap((group) => [
        ...group.faults,
        ...group.transactions.flatMap((transaction) => transaction.faults),
      ]),
    ]),
  ];
}

/** Every segment of an interchange in the order it was written, headers and trailers included. */
export function segmentsOf({ header, services, groups, trailer }: Interchange): Segment[] {
  const inside = groups.flatMap((group) => [
    ...present(group.header),
    ...group.transactions.flatMap(({ segments }) => segments),
    ...present(group.trailer),
  ]);
  return [...present(header), ...services, ...inside, ...present(trailer)];
}

const present = (segment: Segment | undefined): readonly Segment[] => (segment ? [segment] : []);
