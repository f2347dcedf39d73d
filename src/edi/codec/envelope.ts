import type { EnvelopeRules } from './envelope-rules.ts';
import type { FaultDraft } from './fault.ts';
import type { EdiLimits } from './limits.ts';
import type { OpenLevel } from './open-level.ts';
import { checkTrailer, Levels, missingTrailer } from './open-level.ts';
import type { DelimiterBytes } from './scanner.ts';
import type { Segment } from './segment.ts';
import type { SegmentView } from './segment-view.ts';
import { oversize, packTag, unterminated } from './segment-view.ts';
import type { InterchangePreamble, TokenHandler } from './tokenizer.ts';

/** Who is told of levels and segments, in the order of the data. */
export interface EnvelopeHandler {
  opened(level: OpenLevel): void;
  /** A segment between header and trailer of a transaction; valid only during the call. */
  segment(view: SegmentView, transaction: OpenLevel): void;
  closed(level: OpenLevel): void;
  /** A fault of the data that belongs to no interchange. */
  outside(fault: FaultDraft): void;
}

/**
 * Checks nesting, control references and counts of every level, and goes on after every fault: what
 * stands between good headers and trailers is handed over whatever happened before it.
 */
export class EnvelopeChecker implements TokenHandler {
  readonly #rules: EnvelopeRules;
  readonly #handler: EnvelopeHandler;
  readonly #limits: EdiLimits;
  readonly #lenient: boolean;
  readonly #services: ReadonlySet<number>;
  readonly #levels: Levels;
  #interchange: OpenLevel | undefined;
  #group: OpenLevel | undefined;
  #transaction: OpenLevel | undefined;
  #findings: readonly FaultDraft[] = [];
  #groups = 0;
  /** Delimiters of the interchange that is open or was last. */
  delimiters: DelimiterBytes = { element: -1, component: -1, repetition: -1, release: -1, terminator: -1 };

  constructor(rules: EnvelopeRules, handler: EnvelopeHandler, limits: EdiLimits, lenient: boolean) {
    this.#rules = rules;
    this.#handler = handler;
    this.#limits = limits;
    this.#lenient = lenient;
    this.#levels = new Levels(rules, limits);
    this.#services = new Set(rules.services.map(packTag));
  }

  preamble(preamble: InterchangePreamble): void {
    this.delimiters = preamble.delimiters;
    this.#findings = preamble.findings;
    if (preamble.header) this.#openInterchange(preamble.header);
  }

  segment(view: SegmentView): boolean {
    const { tag } = view;
    const transaction = this.#transaction;
    if (this.#interchange) this.#interchange.position++;
    if (transaction) {
      transaction.position++;
      transaction.count++;
    }
    if ((view.flags & (oversize | unterminated)) !== 0 && !this.#usable(view)) return true;
    const { interchange, group, transaction: message } = this.#rules;
    if (tag === message.trailerTag) this.#closeTransaction(view.toSegment(transaction?.position));
    else if (tag === message.headerTag) this.#openTransaction(view.toSegment(1));
    else if (tag === group.headerTag) this.#openGroup(view.toSegment(this.#interchange?.position));
    else if (tag === group.trailerTag) this.#closeGroup(view.toSegment(this.#interchange?.position));
    else if (tag === interchange.trailerTag) {
      this.#closeInterchange(view.toSegment(this.#interchange?.position));
      return false;
    } else if (transaction) this.#handler.segment(view, transaction);
    else if (tag === interchange.headerTag && !this.#interchange) this.#openInterchange(view.toSegment(1));
    else this.#stray(view);
    return true;
  }

  junk(bytes: number, sample: string): void {
    this.#handler.outside({
      kind: 'content-outside',
      level: 'interchange',
      position: 0,
      segment: '',
      value: sample,
      message: `${bytes} bytes that are in no interchange, beginning with ${JSON.stringify(sample)}`,
    });
  }

  interrupted(): void {
    if (!this.#interchange) return;
    missingTrailer(this.#interchange, this.#rules.interchange);
    this.#endInterchange();
  }

  /** A last segment without terminator is used when it is a trailer; anything else was cut off. */
  #usable(view: SegmentView): boolean {
    const at = { position: this.#interchange?.position ?? 0, segment: view.id };
    const level = this.#transaction ?? this.#group ?? this.#interchange;
    if ((view.flags & oversize) !== 0) {
      level?.log.add({
        kind: 'limit-exceeded',
        level: 'segment',
        ...at,
        position: this.#transaction?.position ?? at.position,
        message: `segment ${view.id} is longer than ${this.#limits.segmentBytes} bytes or has too many elements`,
      });
      return false;
    }
    const complete = view.tag === this.#rules.interchange.trailerTag;
    this.#interchange?.log.add({
      kind: complete ? 'terminator-missing' : 'truncated',
      level: 'interchange',
      severity: complete && this.#lenient ? 'warning' : 'error',
      ...at,
      message: complete
        ? `the last segment ${view.id} has no terminator`
        : `the data ends inside segment ${view.id || '(unnamed)'}`,
    });
    return complete;
  }

  #openInterchange(header: Segment | undefined): void {
    this.#groups = 0;
    const opened = this.#levels.open(this.#rules.interchange, header);
    this.#interchange = opened;
    const tolerable = this.#lenient ? 'warning' : 'error';
    for (const finding of this.#findings) opened.log.add({ severity: tolerable, ...finding });
    this.#findings = [];
    this.#handler.opened(opened);
  }

  #openGroup(header: Segment | undefined): void {
    if (!this.#interchange) this.#openInterchange(undefined);
    const interchange = this.#interchange;
    this.#withoutGroupTrailer();
    this.#endGroup();
    if (interchange) {
      if (this.#groups === 0 && interchange.count > 0) this.#mixed(interchange);
      this.#groups++;
      interchange.count++;
    }
    this.#group = this.#levels.open(this.#rules.group, header);
    this.#handler.opened(this.#group);
  }

  #openTransaction(header: Segment | undefined): void {
    if (!this.#interchange) this.#openInterchange(undefined);
    if (this.#transaction) {
      this.#transaction.count--;
      missingTrailer(this.#transaction, this.#rules.transaction);
    }
    this.#endTransaction();
    if (!this.#group) {
      if (!this.#rules.groupOptional) this.#openGroup(undefined);
      else if (this.#groups > 0 && this.#interchange) this.#mixed(this.#interchange);
    }
    const parent = this.#group ?? this.#interchange;
    if (parent) parent.count++;
    const opened = this.#levels.open(this.#rules.transaction, header);
    opened.count = 1;
    if (header && this.#group?.header) {
      const type = this.#rules.typeOf(header, this.#group.header);
      if (!this.#rules.belongs(type, this.#group.header))
        opened.log.add({
          kind: 'type-mismatch',
          level: 'transaction',
          severity: 'warning',
          position: 1,
          segment: header.id,
          value: type.type,
          message: `${type.type} does not belong into a group of ${this.#group.header.text(1)}`,
        });
    }
    this.#transaction = opened;
    this.#handler.opened(opened);
  }

  #closeTransaction(trailer: Segment): void {
    // A trailer without its header: the header was lost, and what it closes counts as one transaction.
    if (!this.#transaction) this.#openTransaction(undefined);
    const transaction = this.#transaction;
    if (!transaction) return;
    transaction.trailer = trailer;
    checkTrailer(transaction, this.#rules.transaction, trailer, 'segments');
    this.#endTransaction();
  }

  #closeGroup(trailer: Segment): void {
    if (this.#transaction) missingTrailer(this.#transaction, this.#rules.transaction);
    this.#endTransaction();
    if (!this.#group) {
      this.#unexpected(trailer);
      return;
    }
    this.#group.trailer = trailer;
    this.#group.position = trailer.position;
    checkTrailer(this.#group, this.#rules.group, trailer, 'transactions');
    this.#endGroup();
  }

  #closeInterchange(trailer: Segment): void {
    if (this.#transaction) missingTrailer(this.#transaction, this.#rules.transaction);
    this.#endTransaction();
    this.#withoutGroupTrailer();
    this.#endGroup();
    if (!this.#interchange) this.#openInterchange(undefined);
    const interchange = this.#interchange;
    if (!interchange) return;
    interchange.trailer = trailer;
    const counted = this.#groups > 0 || !this.#rules.groupOptional ? 'groups' : 'messages';
    checkTrailer(interchange, this.#rules.interchange, trailer, counted);
    this.#endInterchange();
  }

  /** Where a group ends is known by its interchange alone. */
  #withoutGroupTrailer(): void {
    if (!this.#group) return;
    this.#group.position = this.#interchange?.position ?? this.#group.position;
    missingTrailer(this.#group, this.#rules.group);
  }

  #endTransaction(): void {
    const transaction = this.#transaction;
    if (!transaction) return;
    this.#transaction = undefined;
    this.#handler.closed(transaction);
  }

  #endGroup(): void {
    this.#endTransaction();
    const group = this.#group;
    if (!group) return;
    this.#group = undefined;
    this.#handler.closed(group);
  }

  #endInterchange(): void {
    const interchange = this.#interchange;
    if (this.#transaction) missingTrailer(this.#transaction, this.#rules.transaction);
    this.#endTransaction();
    this.#withoutGroupTrailer();
    this.#endGroup();
    this.#interchange = undefined;
    if (interchange) this.#handler.closed(interchange);
  }

  #mixed(interchange: OpenLevel): void {
    interchange.log.add({
      kind: 'levels-mixed',
      level: 'interchange',
      position: interchange.position,
      segment: this.#rules.group.header,
      message: 'messages stand both inside and outside of groups',
    });
  }

  #unexpected(trailer: Segment): void {
    (this.#group ?? this.#interchange)?.log.add({
      kind: 'trailer-unexpected',
      level: this.#group ? 'group' : 'interchange',
      position: trailer.position,
      segment: trailer.id,
      message: `${trailer.id} closes nothing that is open`,
    });
  }

  /** A segment in no transaction: in a group it begins one whose header is lost, so that it costs only itself. */
  #stray(view: SegmentView): void {
    const interchange = this.#interchange;
    if (interchange && this.#services.has(view.tag) && !this.#group) {
      if (interchange.services.length < 1_000)
        interchange.services.push(view.toSegment(interchange.position));
      return;
    }
    this.#openTransaction(undefined);
    const transaction = this.#transaction;
    if (!transaction) return;
    this.#handler.segment(view, transaction);
  }
}
