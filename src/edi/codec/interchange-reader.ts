import type { Charset } from './charset.ts';
import type { EnvelopeHandler } from './envelope.ts';
import { EnvelopeChecker } from './envelope.ts';
import type { EnvelopeRules } from './envelope-rules.ts';
import type { EdiFault, FaultDraft, FaultKind } from './fault.ts';
import type { Group, Interchange, InterchangeEvent, PartyId } from './interchange.ts';
import { outcomeByFaults } from './interchange.ts';
import type { EdiLimits } from './limits.ts';
import { defaultLimits } from './limits.ts';
import type { OpenLevel } from './open-level.ts';
import type { SchemaFinder } from './schema.ts';
import type { Segment } from './segment.ts';
import type { SegmentView } from './segment-view.ts';
import type { PreambleReader } from './tokenizer.ts';
import { Tokenizer } from './tokenizer.ts';
import { noSchemas, TransactionCollector } from './transaction-collector.ts';

/** How interchanges are read. */
export interface ReadOptions {
  /** Accept an ISA of the wrong length and a missing last terminator, with a warning. Default: refuse. */
  readonly lenient?: boolean;
  /** Where the schemas are; without, only envelopes are checked. */
  readonly schemas?: SchemaFinder;
  /** Schema faults that an agreement accepts: reported as warnings. */
  readonly tolerated?: readonly FaultKind[];
  /** X12 says nothing of its character set: UTF-8 by default, byte by byte where it is not UTF-8. */
  readonly charset?: Charset;
  readonly limits?: Partial<EdiLimits>;
}

/** What of an interchange's header means the same in both syntaxes. */
export interface InterchangeFacts {
  readonly sender: PartyId;
  readonly receiver: PartyId;
  readonly test: boolean;
  readonly acknowledgementRequested: boolean;
}

/** One syntax: how it begins, how it is nested, what its headers say. */
export interface Syntax {
  readonly rules: EnvelopeRules;
  preambleReader(options: ReadOptions): PreambleReader;
  facts(header: Segment | undefined): InterchangeFacts;
  groupVersion(header: Segment): string;
}

/** Pushes chunks through tokenizer, envelope and schema; events come out in the order of the data. */
export class InterchangeReader {
  readonly #syntax: Syntax;
  readonly #emit: (event: InterchangeEvent) => void;
  readonly #tokenizer: Tokenizer;
  readonly #checker: EnvelopeChecker;
  readonly #options;
  #group: OpenLevel | undefined;
  #collector: TransactionCollector | undefined;

  constructor(syntax: Syntax, emit: (event: InterchangeEvent) => void, options: ReadOptions = {}) {
    this.#syntax = syntax;
    this.#emit = emit;
    const limits = { ...defaultLimits, ...options.limits };
    this.#options = {
      limits,
      schemas: options.schemas ?? noSchemas,
      tolerated: new Set(options.tolerated),
    };
    const handler: EnvelopeHandler = {
      opened: (level) => this.#opened(level),
      segment: (view, transaction) => this.#segment(view, transaction),
      closed: (level) => this.#closed(level),
      outside: (draft) => this.#outside(draft),
    };
    this.#checker = new EnvelopeChecker(syntax.rules, handler, limits, options.lenient ?? false);
    this.#tokenizer = new Tokenizer(syntax.preambleReader(options), this.#checker, limits);
  }

  push(chunk: Uint8Array): void {
    this.#tokenizer.push(chunk);
  }

  end(): void {
    this.#tokenizer.end();
  }

  #opened(level: OpenLevel): void {
    const { header, reference } = level;
    if (level.level === 'interchange') this.#emit({ kind: 'interchange-opened', header, reference });
    else if (level.level === 'group') {
      this.#group = level;
      this.#emit({ kind: 'group-opened', header, reference });
    } else {
      this.#collector = new TransactionCollector(
        level,
        this.#group?.header,
        this.#syntax.rules,
        this.#options,
      );
    }
  }

  #segment(view: SegmentView, transaction: OpenLevel): void {
    this.#collector?.add(view, transaction.position);
  }

  #closed(level: OpenLevel): void {
    if (level.level === 'transaction') {
      const transaction = this.#collector?.finish();
      this.#collector = undefined;
      if (transaction) this.#emit({ kind: 'transaction', transaction });
    } else if (level.level === 'group') {
      this.#group = undefined;
      this.#emit({ kind: 'group-closed', group: groupOf(level, this.#syntax) });
    } else this.#emit({ kind: 'interchange-closed', interchange: this.#interchangeOf(level) });
  }

  #outside(draft: FaultDraft): void {
    const fault: EdiFault = { severity: 'error', ...draft, standard: this.#syntax.rules.codeOf(draft) };
    this.#emit({ kind: 'outside', fault });
  }

  #interchangeOf(level: OpenLevel): Interchange {
    return {
      syntax: this.#syntax.rules.syntax,
      header: level.header,
      trailer: level.trailer,
      reference: level.reference,
      ...this.#syntax.facts(level.header),
      delimiters: this.#checker.delimiters,
      services: level.services,
      groups: [],
      faults: level.log.faults,
      outcome: outcomeByFaults(level.log.faults),
    };
  }
}

function groupOf(level: OpenLevel, syntax: Syntax): Group {
  return {
    header: level.header,
    trailer: level.trailer,
    type: level.header?.text(1) ?? '',
    version: level.header ? syntax.groupVersion(level.header) : '',
    reference: level.reference,
    declaredCount: level.trailer?.text(1) ?? '',
    transactions: [],
    faults: level.log.faults,
    outcome: outcomeByFaults(level.log.faults),
  };
}
