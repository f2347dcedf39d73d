/** What a fault is about: the smallest thing that has to be refused because of it. */
export type FaultLevel = 'interchange' | 'group' | 'transaction' | 'segment' | 'element';

/** An `error` refuses its transaction, group or interchange; a `warning` is accepted and reported. */
export type FaultSeverity = 'error' | 'warning';

/** Every way in which an interchange can be wrong, the same for both syntaxes. */
export type FaultKind =
  | 'header-missing'
  | 'header-length'
  | 'header-invalid'
  | 'delimiter-invalid'
  | 'terminator-missing'
  | 'trailer-missing'
  | 'trailer-unexpected'
  | 'reference-mismatch'
  | 'reference-missing'
  | 'reference-duplicate'
  | 'count-mismatch'
  | 'content-outside'
  | 'levels-mixed'
  | 'type-mismatch'
  | 'type-unsupported'
  | 'version-unsupported'
  | 'truncated'
  | 'limit-exceeded'
  | 'binary-length'
  | 'segment-unknown'
  | 'segment-unexpected'
  | 'segment-missing'
  | 'segment-repeats'
  | 'loop-repeats'
  | 'loop-missing'
  | 'element-missing'
  | 'element-condition'
  | 'element-exclusion'
  | 'element-excess'
  | 'element-short'
  | 'element-long'
  | 'element-character'
  | 'element-number'
  | 'element-code'
  | 'element-date'
  | 'element-time'
  | 'repetition-excess'
  | 'component-excess';

/** The code of the standard for a fault: which list it is of, and the code in that list. */
export interface StandardCode {
  /** X12: TA105, AK905, AK502, AK304, AK403. EDIFACT: data element 0085. */
  readonly list: 'TA105' | 'AK905' | 'AK502' | 'AK304' | 'AK403' | '0085';
  readonly code: string;
}

/**
 * One thing that is wrong with an interchange. A fault is a value: reading goes on, and what it
 * concerns is refused or accepted by its severity.
 */
export interface EdiFault {
  readonly kind: FaultKind;
  readonly level: FaultLevel;
  readonly severity: FaultSeverity;
  /** Position of the segment, the header of the transaction (or else of the interchange) being 1. */
  readonly position: number;
  /** Tag of the segment; empty when there is none. */
  readonly segment: string;
  /** Loop (X12 identifier, EDIFACT segment group) the segment is in, when a schema said so. */
  readonly loop?: string;
  /** Position of the element in its segment, from 1. */
  readonly element?: number;
  /** Position of the component in its composite, from 1. */
  readonly component?: number;
  /** Number of the element in the standard's dictionary (X12 `353`, EDIFACT `1225`). */
  readonly reference?: string;
  /** The value that is wrong, cut to 99 characters. */
  readonly value?: string;
  readonly standard: StandardCode;
  /** Plain words: what is wrong, with the values that differ. */
  readonly message: string;
}

/** A fault before the syntax named the standard's code. */
export type FaultDraft = Omit<EdiFault, 'standard' | 'severity'> & { readonly severity?: FaultSeverity };

export const hasErrors = (faults: readonly EdiFault[]): boolean =>
  faults.some(({ severity }) => severity === 'error');
