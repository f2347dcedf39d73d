import type { EdiFault, FaultDraft, StandardCode } from './fault.ts';
import type { Segment } from './segment.ts';
import { packTag } from './segment-view.ts';

/** The levels of an envelope, from the outside in. */
export type EnvelopeLevel = 'interchange' | 'group' | 'transaction';

/** Header and trailer of one level. Every trailer has its count in element 1 and its reference in element 2. */
export interface LevelRules {
  readonly level: EnvelopeLevel;
  readonly header: string;
  readonly headerTag: number;
  readonly trailer: string;
  readonly trailerTag: number;
  /** Element of the header that holds the control reference. */
  readonly reference: number;
  /** References are numbers: leading zeros do not make them differ. */
  readonly numeric: boolean;
}

export const levelRules = (
  level: EnvelopeLevel,
  header: string,
  trailer: string,
  reference: number,
  numeric: boolean,
): LevelRules => ({
  level,
  header,
  headerTag: packTag(header),
  trailer,
  trailerTag: packTag(trailer),
  reference,
  numeric,
});

/** What a transaction says it is. */
export interface TransactionType {
  /** `850`, `ORDERS`. */
  readonly type: string;
  /** `004010`, `D96A`. */
  readonly version: string;
  /** Implementation convention or association code (ST03, GS08 beyond the release, EAN008); empty when none. */
  readonly convention: string;
}

/** Everything about envelopes that differs between the syntaxes, as data and pure functions. */
export interface EnvelopeRules {
  readonly syntax: 'x12' | 'edifact';
  readonly interchange: LevelRules;
  readonly group: LevelRules;
  readonly transaction: LevelRules;
  /** Transactions are allowed outside a group. */
  readonly groupOptional: boolean;
  /** Tags of segments that stand between interchange header and groups. */
  readonly services: readonly string[];
  typeOf(transaction: Segment, group: Segment | undefined): TransactionType;
  /** What is wrong with a header segment by itself. */
  headerFaults(level: EnvelopeLevel, header: Segment): readonly FaultDraft[];
  /** Whether this type may stand in this group. */
  belongs(type: TransactionType, group: Segment): boolean;
  /** The standard's code for a fault. */
  codeOf(fault: FaultDraft): StandardCode;
}

/** Faults of one level: bounded, and each with the code of the standard. */
export class FaultLog {
  readonly faults: EdiFault[] = [];
  /** Faults that were found but not kept. */
  dropped = 0;
  readonly #codeOf: (fault: FaultDraft) => StandardCode;
  readonly #maximum: number;

  constructor(codeOf: (fault: FaultDraft) => StandardCode, maximum: number) {
    this.#codeOf = codeOf;
    this.#maximum = maximum;
  }

  add(draft: FaultDraft): void {
    const fault: EdiFault = {
      ...draft,
      severity: draft.severity ?? 'error',
      ...(draft.value === undefined ? {} : { value: draft.value.slice(0, 99) }),
      standard: this.#codeOf(draft),
    };
    // Refusing is never lost, however many warnings came before it.
    const hides = fault.severity === 'error' && !this.faults.some(({ severity }) => severity === 'error');
    if (this.faults.length < this.#maximum || hides) this.faults.push(fault);
    else this.dropped++;
  }
}
