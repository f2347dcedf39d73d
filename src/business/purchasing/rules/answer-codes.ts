import type { Standard } from './line-codes.ts';

/** What the answer to the whole order says about lines it does not list. */
export type WholeMeaning =
  /** Everything is accepted, listed or not. */
  | 'accept'
  /** What is not listed is accepted. */
  | 'accept-unlisted'
  /** What is not listed is not answered. */
  | 'listed-only'
  | 'reject'
  | 'hold';

/** BAK02, element 587. */
const x12: ReadonlyMap<string, WholeMeaning> = new Map([
  ['AD', 'accept'],
  ['AK', 'accept'],
  ['AT', 'accept'],
  ['AE', 'accept-unlisted'],
  ['AC', 'listed-only'],
  ['AH', 'hold'],
  ['RD', 'reject'],
  ['RF', 'reject'],
  ['RJ', 'reject'],
  ['RO', 'listed-only'],
]);

/** BGM, element 1225; and element 4343, where 1225 answers nothing. */
const edifact: ReadonlyMap<string, WholeMeaning> = new Map([
  ['29', 'accept'],
  ['44', 'accept'],
  ['4', 'accept-unlisted'],
  ['28', 'accept-unlisted'],
  ['30', 'accept-unlisted'],
  ['34', 'accept-unlisted'],
  ['45', 'accept-unlisted'],
  ['12', 'hold'],
  ['23', 'hold'],
  ['27', 'reject'],
  ['AP', 'accept'],
  ['AI', 'accept-unlisted'],
  ['AC', 'listed-only'],
  ['CA', 'listed-only'],
  ['RE', 'reject'],
]);

/** The words of the API. */
const crossdock: ReadonlyMap<string, WholeMeaning> = new Map([
  ['accepted', 'accept'],
  ['changed', 'accept-unlisted'],
  ['partial', 'listed-only'],
  ['held', 'hold'],
  ['rejected', 'reject'],
]);

const lists: Readonly<Record<Standard, ReadonlyMap<string, WholeMeaning>>> = { x12, edifact, crossdock };

/** The codes of a standard with what they say of the whole order. */
export const answerCodesOf = (standard: Standard): ReadonlyMap<string, WholeMeaning> => lists[standard];

/** What the whole answer says; a code that is left out or unknown leaves what is not listed unanswered. */
export const wholeMeaning = (standard: Standard, code: string | undefined): WholeMeaning =>
  (code === undefined ? undefined : lists[standard].get(code)) ?? 'listed-only';
