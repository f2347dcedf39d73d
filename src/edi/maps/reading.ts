import type * as z from 'zod';
import type { Transaction } from '../codec/interchange.ts';
import type { LoopInstance } from '../codec/loop-instance.ts';
import type { Segment } from '../codec/segment.ts';
import { componentsOf } from '../codec/segment.ts';
import type { Finding, Mapped } from './mapped.ts';
import { dateOfDigits, decimalOf } from './values.ts';

/** One place for the segment itself and one for each element that any map reads (LIN has 31). */
const PLACES = 32;

/** What the dictionaries allow in one value that is no free text; and segments in which no list gets too long. */
const LONG_VALUE = 80;
const MANY_SEGMENTS = 1000;

/** One map runs at a time and none waits for anything, so all use the same notes. */
let notes = new Uint16Array(PLACES * MANY_SEGMENTS);

function emptyNotes(length: number): Uint16Array {
  if (notes.length < length) notes = new Uint16Array(length);
  else notes.fill(0, 0, length);
  return notes;
}

/** Where in a segment. */
export interface At {
  readonly element: number;
  readonly component?: number;
}

/** A loop, by the tag that begins it: EDIFACT numbers its groups differently in every directory. */
export const loopsBeginning = (loop: LoopInstance, tag: string): readonly LoopInstance[] =>
  loop.loops.filter(({ segments }) => segments[0]?.id === tag);

/**
 * Reads values out of a transaction and remembers which, so that whatever no rule of the map read is known in the
 * end. Collects faults; a map goes on after one and names them all.
 */
export class Reading {
  readonly #transaction: Transaction;
  readonly #read: Uint16Array;
  readonly #faults: Finding[] = [];
  readonly #unmapped: Finding[] = [];
  #isUsual: boolean;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
    const last = transaction.segments.at(-1)?.position ?? 0;
    this.#read = emptyNotes((last + 1) * PLACES);
    this.#isUsual = transaction.faults.length === 0 && last <= MANY_SEGMENTS;
  }

  /** A value, and the note that it was read; `''` when it is not there. */
  text(segment: Segment | undefined, element: number, component = 1): string {
    if (segment === undefined) return '';
    const value = segment.text(element, component);
    if (value === '') return value;
    if (value.length > LONG_VALUE) this.#isUsual = false;
    this.note(segment, element, component);
    return value;
  }

  /** Note that a value was understood, also where it becomes no value of the document. */
  note(segment: Segment, element: number, component = 1): void {
    const at = segment.position * PLACES + element;
    this.#read[segment.position * PLACES] = 1;
    this.#read[at] = (this.#read[at] ?? 0) | (1 << Math.min(component, 15));
  }

  /** Take back that a value was read, because the document cannot hold it after all. */
  forget(segment: Segment, element: number, component = 1): void {
    const at = segment.position * PLACES + element;
    this.#read[at] = (this.#read[at] ?? 0) & ~(1 << Math.min(component, 15));
  }

  /** A value, undefined when it is not there. */
  optional(segment: Segment | undefined, element: number, component = 1): string | undefined {
    return this.text(segment, element, component) || undefined;
  }

  /** A value that must be there; without it a fault that says what it is. */
  required(segment: Segment | undefined, element: number, what: string, component = 1): string {
    const value = this.text(segment, element, component);
    if (value === '') this.fault(segment, { element, component }, `${what} is missing`);
    return value;
  }

  /** An exact decimal; `impliedDecimals` for the X12 types N1 to N9. */
  decimal(
    segment: Segment | undefined,
    { element, component = 1 }: At,
    impliedDecimals = 0,
  ): string | undefined {
    const text = this.text(segment, element, component);
    if (text === '') return undefined;
    const value = decimalOf(text, impliedDecimals);
    if (value === undefined)
      this.fault(
        segment,
        { element, component },
        'is no number that can be held exactly: at most 12 digits before the point and 6 after it',
      );
    return value;
  }

  /** A small whole number, such as days. */
  whole(segment: Segment | undefined, { element, component = 1 }: At): number | undefined {
    const text = this.text(segment, element, component);
    if (text === '') return undefined;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    this.fault(segment, { element, component }, 'is no whole number');
    return undefined;
  }

  /** A day written CCYYMMDD. */
  date(segment: Segment | undefined, { element, component = 1 }: At): string | undefined {
    const text = this.text(segment, element, component);
    if (text === '') return undefined;
    const date = dateOfDigits(text);
    if (date === undefined) this.fault(segment, { element, component }, 'is no day written CCYYMMDD');
    return date;
  }

  /** A value by a table of codes; a fault names a code the table does not have. */
  coded<T>(segment: Segment, { element, component = 1 }: At, table: ReadonlyMap<string, T>, what: string) {
    const code = this.text(segment, element, component);
    if (code === '') return undefined;
    const value = table.get(code);
    if (value === undefined) this.fault(segment, { element, component }, `is no ${what} that is known here`);
    return value;
  }

  fault(segment: Segment | undefined, at: Partial<At>, message: string): void {
    this.#faults.push(finding(segment, at, message));
  }

  /** Something that was read and is only partly held. */
  partly(segment: Segment, at: At, message: string): void {
    this.#unmapped.push(finding(segment, at, message));
  }

  /**
   * The document, when nothing is wrong and it is as its schema says. Out of a transaction without fault every value
   * is within the schema's limits, unless it is a long text or one of very many: only then is it checked again.
   */
  finish<T>(document: T, schema: z.ZodType<T>): Mapped<T> {
    const unmapped = [...this.#unmapped, ...this.#unread()].sort((a, b) => a.position - b.position);
    if (this.#faults.length > 0) return { ok: false, faults: this.#faults, unmapped };
    if (this.#isUsual) return { ok: true, document, unmapped };
    const parsed = schema.safeParse(document);
    if (parsed.success) return { ok: true, document, unmapped };
    const faults = parsed.error.issues.map(({ path, message }) =>
      finding(undefined, {}, `${path.join('.')}: ${message}`),
    );
    return { ok: false, faults, unmapped };
  }

  /** Everything between header and trailer that nobody read: whole segments, or single values. */
  #unread(): Finding[] {
    const found: Finding[] = [];
    const { segments } = this.#transaction;
    for (let i = 1; i < segments.length - 1; i++) {
      const segment = segments[i];
      if (segment === undefined || structural.has(segment.id)) continue;
      if (this.#read[segment.position * PLACES] === 0) found.push(wholeOf(segment));
      else this.#unreadIn(segment, found);
    }
    return found;
  }

  #unreadIn(segment: Segment, found: Finding[]): void {
    for (let element = 1; element <= segment.elements.length; element++) {
      const read = element < PLACES ? (this.#read[segment.position * PLACES + element] ?? 0) : 0;
      const raw = segment.elements[element - 1];
      if (raw === '' || raw === undefined || (typeof raw === 'string' && read !== 0)) continue;
      segment.occurrences(element).forEach((occurrence, repeat) => {
        componentsOf(occurrence).forEach((value, index) => {
          const isRead = repeat === 0 && (read & (1 << Math.min(index + 1, 15))) !== 0;
          if (value === '' || isRead) return;
          const at = index === 0 ? { element } : { element, component: index + 1 };
          found.push({ ...finding(segment, at, 'the document holds no such value'), value: cut(value) });
        });
      });
    }
  }
}

/** Segments that carry structure and no content. */
const structural: ReadonlySet<string> = new Set(['LS', 'LE', 'UNS']);

const cut = (value: string): string => value.slice(0, 99);

function finding(segment: Segment | undefined, at: Partial<At>, message: string): Finding {
  if (segment === undefined) return { position: 0, segment: '', message };
  const { element, component = 1 } = at;
  const value = element === undefined ? '' : segment.text(element, component);
  return {
    position: segment.position,
    segment: segment.id,
    ...(element !== undefined && { element }),
    ...(component > 1 && { component }),
    ...(value !== '' && { value: cut(value) }),
    message,
  };
}

function wholeOf(segment: Segment): Finding {
  const value = segment.elements
    .map((_, i) =>
      segment
        .occurrences(i + 1)
        .flatMap(componentsOf)
        .join(':'),
    )
    .filter((text) => text !== '')
    .join(' ');
  return {
    position: segment.position,
    segment: segment.id,
    ...(value !== '' && { value: cut(value) }),
    message: 'the document holds nothing of this segment',
  };
}

/** What a map answers for a transaction that was read without a schema: its loops are not known. */
export function withoutLoops(transaction: Transaction): Mapped<never> {
  const message = `there is no schema for ${transaction.type} ${transaction.version}, so its loops are not known`;
  return { ok: false, faults: [{ position: 0, segment: '', message }], unmapped: [] };
}
