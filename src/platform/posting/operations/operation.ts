import type { Problem } from '#core/kernel/problem.ts';
import type { AnyChange, Records } from '#core/kernel/records.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Delivery } from '../delivery.ts';
import type { Posting } from '../model.ts';
import type { Over } from '../rules/transitions.ts';
import type { DocumentPort, SystemOfRecord } from '../system-of-record.ts';

/** A posting with all that its attempt must know of our records. */
export interface Prepared {
  /** What must be there first; the posting waits for it. */
  readonly waitsFor?: Problem;
  readonly deliveryTo: (system: SystemOfRecord) => Delivery;
}

export type PostedType = 'purchase-order' | 'order-change' | 'invoice';

/**
 * One thing that posting does in systems of record. The engine is the same for all of them; an operation says which
 * record is posted, through which port, and how the record tells what became of it.
 */
export interface Operation {
  /** The type of the record that is posted; its id is the posting's document. */
  readonly recordType: PostedType;
  /** Read what is to be posted. Problem: `not-found` (poison). */
  prepare(records: Pick<Records, 'get' | 'list'>, posting: Posting): Promise<Result<Prepared>>;
  /**
   * The change of our record that says what became of it, with its event; undefined when it says so already.
   * Problem: `not-found`.
   */
  outcome(
    records: Pick<Records, 'get'>,
    posting: Posting,
    over: Over,
  ): Promise<Result<AnyChange | undefined>>;
  /**
   * The change of our record that asks for it once more, with its event. Problems: `not-found`, and
   * `state-not-allowed` when the record no longer wants it.
   */
  again(records: Pick<Records, 'get' | 'list'>, documentId: string): Promise<Result<Repeated>>;
  /** What of it stands in a system. */
  portOf(system: SystemOfRecord): Pick<DocumentPort<never>, 'read' | 'findByReference' | 'discardDraft'>;
}

export interface Repeated {
  readonly system: string;
  readonly correlationId: string;
  readonly change: AnyChange;
}
