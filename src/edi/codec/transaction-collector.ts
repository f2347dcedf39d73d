import type { EnvelopeRules } from './envelope-rules.ts';
import type { FaultKind } from './fault.ts';
import type { Transaction } from './interchange.ts';
import { outcomeByFaults } from './interchange.ts';
import type { EdiLimits } from './limits.ts';
import type { OpenLevel } from './open-level.ts';
import type { SchemaFinder } from './schema.ts';
import type { Segment } from './segment.ts';
import { componentsOf } from './segment.ts';
import type { SegmentView } from './segment-view.ts';
import { binaryData, binaryFault, controlBytes, highBytes } from './segment-view.ts';
import { TransactionWalker } from './walk-transaction.ts';

/** How transactions are read. */
export interface CollectorOptions {
  readonly limits: EdiLimits;
  readonly schemas: SchemaFinder;
  /** Kinds of schema fault that are accepted with errors instead of refusing the transaction. */
  readonly tolerated: ReadonlySet<FaultKind>;
}

/** Takes the segments of one transaction as they come and checks them against the schema in the same pass. */
export class TransactionCollector {
  readonly #open: OpenLevel;
  readonly #rules: EnvelopeRules;
  readonly #options: CollectorOptions;
  readonly #type;
  readonly #walker: TransactionWalker | undefined;
  #segments: Segment[] = [];
  #overflowed = false;

  constructor(open: OpenLevel, group: Segment | undefined, rules: EnvelopeRules, options: CollectorOptions) {
    this.#open = open;
    this.#rules = rules;
    this.#options = options;
    this.#type = open.header ? rules.typeOf(open.header, group) : { type: '', version: '', convention: '' };
    const schema = options.schemas(this.#type.type, this.#type.version);
    if (schema) {
      this.#walker = new TransactionWalker(schema, (fault) =>
        open.log.add(options.tolerated.has(fault.kind) ? { ...fault, severity: 'warning' } : fault),
      );
    }
    if (open.header) this.#take(open.header);
  }

  add(view: SegmentView, position: number): void {
    if (this.#overflowed) return;
    if (this.#segments.length >= this.#options.limits.segmentsPerTransaction) {
      this.#overflow(position);
      return;
    }
    const segment = view.toSegment(position);
    if ((view.flags & (binaryFault | binaryData)) !== 0) this.#checkBinary(segment, view.flags);
    else if ((view.flags & (controlBytes | highBytes)) !== 0) this.#checkCharacters(segment, view);
    this.#take(segment);
  }

  /** The transaction after its trailer, or after what stood for it. */
  finish(): Transaction {
    const { trailer, log, reference } = this.#open;
    if (trailer && !this.#overflowed) this.#take(trailer);
    return {
      ...this.#type,
      reference: reference || (trailer?.text(2) ?? ''),
      segments: this.#segments,
      ...(this.#walker && !this.#overflowed ? { root: this.#walker.root } : {}),
      faults: log.faults,
      outcome: outcomeByFaults(log.faults),
    };
  }

  #take(segment: Segment): void {
    this.#segments.push(segment);
    this.#walker?.take(segment);
  }

  #overflow(position: number): void {
    this.#overflowed = true;
    this.#segments = [];
    this.#open.log.add({
      kind: 'limit-exceeded',
      level: 'transaction',
      position,
      segment: this.#rules.transaction.header,
      message: `more than ${this.#options.limits.segmentsPerTransaction} segments; the transaction is not kept`,
    });
  }

  /** Controls inside values, and bytes the character set does not have. */
  #checkCharacters(segment: Segment, view: SegmentView): void {
    const unreadable = (view.flags & highBytes) !== 0 && !view.codec.isClean(view.copyBytes());
    segment.elements.forEach((_, index) => {
      const values = segment.occurrences(index + 1).flatMap(componentsOf);
      const bad = values.find((value) => hasControls(value) || (unreadable && hasHigh(value)));
      if (bad === undefined) return;
      this.#open.log.add({
        kind: 'element-character',
        level: 'element',
        severity: 'warning',
        position: segment.position,
        segment: segment.id,
        element: index + 1,
        value: bad,
        message: `${segment.id} element ${index + 1} has a character that its character set does not allow`,
      });
    });
  }

  #checkBinary(segment: Segment, flags: number): void {
    const last = segment.id === 'BIN' ? 2 : 3;
    const said = Number(segment.text(last - 1));
    if ((flags & binaryFault) === 0 && said === segment.text(last).length) return;
    this.#open.log.add({
      kind: 'binary-length',
      level: 'segment',
      position: segment.position,
      segment: segment.id,
      element: last - 1,
      value: segment.text(last - 1),
      message: `${segment.id} says ${segment.text(last - 1) || 'nothing'} bytes, ${segment.text(last).length} are there`,
    });
  }
}

const hasControls = (value: string): boolean => {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) < 0x20) return true;
  return false;
};

const hasHigh = (value: string): boolean => {
  for (let i = 0; i < value.length; i++) if (value.charCodeAt(i) > 0x7f) return true;
  return false;
};

export const noSchemas: SchemaFinder = () => undefined;
