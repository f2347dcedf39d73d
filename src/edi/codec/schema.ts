/** How values of a data element are written; lengths are counted without sign and decimal mark. */
export type ValueType =
  | { readonly type: 'text' }
  | { readonly type: 'letters' }
  /** Whole number; X12 N1 to N9 have that many implied decimals. */
  | { readonly type: 'integer'; readonly impliedDecimals: number }
  | { readonly type: 'decimal' }
  /** CCYYMMDD, or YYMMDD where six characters are allowed. */
  | { readonly type: 'date' }
  /** HHMM, HHMMSS, HHMMSSD, HHMMSSDD. */
  | { readonly type: 'time' }
  | { readonly type: 'binary' };

/** A data element of the standard's dictionary. */
export interface DataElement {
  readonly reference: string;
  readonly value: ValueType;
  readonly minimum: number;
  readonly maximum: number;
  /** The codes that are allowed; absent when the list is open or long and does not matter to us. */
  readonly codes?: ReadonlySet<string>;
}

export interface CompositeElement {
  readonly reference: string;
  readonly components: readonly ElementUse[];
}

/** An element or component at its place. */
export interface ElementUse {
  readonly mandatory: boolean;
  /** How often it may occur, with the repetition separator. */
  readonly repeat: number;
  readonly element: DataElement | CompositeElement;
}

/** X12 syntax notes: P paired, R one required, E exclusive, C conditional, L list conditional. */
export interface Condition {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  /** Element positions, in the order of the note. */
  readonly elements: readonly number[];
  /** The same as bits, position 1 being the lowest; and the bit of the first. */
  readonly mask: number;
  readonly first: number;
}

export interface SegmentSchema {
  readonly id: string;
  readonly elements: readonly ElementUse[];
  /** Elements after these are allowed and not checked. */
  readonly open: boolean;
  readonly conditions: readonly Condition[];
}

/** A segment at its place in a transaction. */
export interface SegmentUse {
  readonly kind: 'segment';
  readonly id: string;
  readonly mandatory: boolean;
  readonly maximum: number;
  readonly schema: SegmentSchema;
}

/** A loop at its place; its first segment begins every occurrence. */
export interface LoopUse {
  readonly kind: 'loop';
  readonly name: string;
  readonly mandatory: boolean;
  readonly maximum: number;
  readonly first: string;
  readonly content: readonly Use[];
}

export type Use = SegmentUse | LoopUse;

/** The structure of one transaction set or message in one version. */
export interface TransactionSchema {
  readonly type: string;
  readonly version: string;
  readonly name: string;
  /** Header and trailer included. */
  readonly content: readonly Use[];
  /** Every tag that is somewhere in it. */
  readonly tags: ReadonlySet<string>;
}

/** The schema of a type in a version, when there is one. */
export type SchemaFinder = (type: string, version: string) => TransactionSchema | undefined;

export const isComposite = (element: DataElement | CompositeElement): element is CompositeElement =>
  'components' in element;
