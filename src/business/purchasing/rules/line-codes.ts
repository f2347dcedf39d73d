import type { OrderAcknowledgement } from '#core/canonical/order-acknowledgement.ts';

export type Standard = OrderAcknowledgement['standard'];

/** What a code claims about a line, or a part of it, before anything is compared (S11). */
export type LineMeaning =
  | 'accept'
  | 'quantity'
  /** So much now, the balance later. */
  | 'partial'
  | 'backorder'
  | 'price'
  | 'date'
  | 'substitution'
  /** Something may have changed: everything is compared. */
  | 'compare'
  | 'reject'
  | 'hold'
  /** A code that no list has. */
  | 'unknown';

/** Element 668. */
const x12: ReadonlyMap<string, LineMeaning> = new Map([
  ['IA', 'accept'],
  ['AA', 'accept'],
  ['AC', 'accept'],
  ['AR', 'accept'],
  ['IQ', 'quantity'],
  ['BP', 'partial'],
  ['IB', 'backorder'],
  ['IP', 'price'],
  ['DR', 'date'],
  ['IS', 'substitution'],
  ['IC', 'compare'],
  ['ID', 'reject'],
  ['IR', 'reject'],
  ['R1', 'reject'],
  ['R2', 'reject'],
  ['R3', 'reject'],
  ['R4', 'reject'],
  ['R5', 'reject'],
  ['R6', 'reject'],
  ['R7', 'reject'],
  ['R8', 'reject'],
  ['IE', 'hold'],
  ['IF', 'hold'],
  ['IH', 'hold'],
  ['IW', 'hold'],
  ['SP', 'hold'],
]);

/** Element 1229. */
const edifact: ReadonlyMap<string, LineMeaning> = new Map([
  ['2', 'reject'],
  ['3', 'compare'],
  ['4', 'accept'],
  ['5', 'accept'],
  ['6', 'compare'],
  ['7', 'reject'],
  ['8', 'compare'],
  ['9', 'compare'],
  ['10', 'reject'],
  ['11', 'accept'],
  ['12', 'compare'],
]);

/** The words of the API. */
const crossdock: ReadonlyMap<string, LineMeaning> = new Map([
  ['accepted', 'accept'],
  ['changed', 'compare'],
  ['quantity', 'quantity'],
  ['partial', 'partial'],
  ['backordered', 'backorder'],
  ['price', 'price'],
  ['date', 'date'],
  ['substituted', 'substitution'],
  ['rejected', 'reject'],
  ['held', 'hold'],
]);

const lists: Readonly<Record<Standard, ReadonlyMap<string, LineMeaning>>> = { x12, edifact, crossdock };

/** The codes of a standard with what they claim. */
export const lineCodesOf = (standard: Standard): ReadonlyMap<string, LineMeaning> => lists[standard];

/** What a line's code claims; undefined when the partner left it out. */
export const lineMeaning = (standard: Standard, code: string | undefined): LineMeaning | undefined =>
  code === undefined ? undefined : (lists[standard].get(code) ?? 'unknown');
