import type { Charset } from './charset.ts';
import { codecOf } from './charset.ts';
import type { FaultDraft } from './fault.ts';
import type { EdiLimits } from './limits.ts';
import type { DelimiterBytes } from './scanner.ts';
import { SegmentScanner } from './scanner.ts';
import type { Segment } from './segment.ts';
import type { SegmentView } from './segment-view.ts';
import { unterminated } from './segment-view.ts';

/** What stands before the segments of an interchange and says how to read them. */
export interface InterchangePreamble {
  readonly delimiters: DelimiterBytes;
  readonly charset: Charset;
  /** Bytes that are taken by it; what follows is read as segments. */
  readonly consumed: number;
  /** The header segment, where it is part of the preamble (X12). */
  readonly header?: Segment;
  readonly findings: readonly FaultDraft[];
}

/** How one syntax begins an interchange. */
export interface PreambleReader {
  /** The preamble, `more` when bytes are missing, `none` when no interchange begins here. */
  read(bytes: Uint8Array, atEnd: boolean): InterchangePreamble | 'more' | 'none';
  /** Whether a segment is really the beginning of the next interchange. */
  begins(view: SegmentView): boolean;
  /** The first byte of every beginning. */
  readonly firstByte: number;
  readonly binarySegments: boolean;
}

/** Who is told what the tokenizer finds, in order. */
export interface TokenHandler {
  preamble(preamble: InterchangePreamble): void;
  /** Answers whether the interchange goes on after this segment. */
  segment(view: SegmentView): boolean;
  /** Bytes between interchanges that belong to none. */
  junk(bytes: number, sample: string): void;
  /** Another interchange begins, or the data ends, before the trailer. */
  interrupted(): void;
}

const longestPreamble = 512;
const longestSample = 20;

/** Splits chunks of bytes into interchanges and segments. `push` every chunk, then `end` once. */
export class Tokenizer {
  readonly #reader: PreambleReader;
  readonly #handler: TokenHandler;
  readonly #scanner: SegmentScanner;
  #inside = false;
  #first = false;
  #terminator = 0;
  #again: Uint8Array | undefined;
  #head = new Uint8Array(longestPreamble);
  #headLength = 0;
  #junkBytes = 0;
  #junkSample = '';

  constructor(reader: PreambleReader, handler: TokenHandler, limits: EdiLimits) {
    this.#reader = reader;
    this.#handler = handler;
    this.#scanner = new SegmentScanner((view) => this.#segment(view), limits, reader.binarySegments);
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      at = this.#inside ? this.#scanner.scan(chunk, at) : this.#between(chunk, at);
      this.#readAgain();
    }
  }

  end(): void {
    do {
      if (this.#inside) this.#scanner.flush();
      this.#readAgain();
      if (!this.#inside) this.#tryPreamble(true);
    } while (this.#headLength > 0 || (this.#inside && this.#scanner.holdsRest));
    this.#reportJunk();
    if (this.#inside) this.#handler.interrupted();
    this.#inside = false;
  }

  /** What was taken for a segment was the beginning of an interchange: read its bytes once more as that. */
  #readAgain(): void {
    while (this.#again) {
      const bytes = this.#again;
      this.#again = undefined;
      this.push(bytes);
    }
  }

  #segment(view: SegmentView): boolean {
    if (view.bytes[view.start] === this.#reader.firstByte && !this.#first && this.#reader.begins(view)) {
      this.#handler.interrupted();
      this.#inside = false;
      const copy = new Uint8Array(view.end - view.start + 1);
      copy.set(view.copyBytes());
      copy[copy.length - 1] = this.#terminator;
      this.#again = (view.flags & unterminated) === 0 ? copy : copy.subarray(0, -1);
      return false;
    }
    this.#first = false;
    if (this.#handler.segment(view)) return true;
    this.#inside = false;
    return false;
  }

  /** Between interchanges: skip filler, collect the head until it can be read. */
  #between(chunk: Uint8Array, from: number): number {
    let at = from;
    if (this.#headLength === 0) {
      while (at < chunk.length && isFiller(chunk[at] ?? 0)) at++;
      if (at === chunk.length) return at;
    }
    const taken = Math.min(longestPreamble - this.#headLength, chunk.length - at);
    this.#head.set(chunk.subarray(at, at + taken), this.#headLength);
    this.#headLength += taken;
    this.#tryPreamble(false);
    return at + taken;
  }

  /** Read the collected head; what is no beginning is dropped up to where the next one may be. */
  #tryPreamble(atEnd: boolean): void {
    while (this.#headLength > 0) {
      const head = this.#head.slice(0, this.#headLength);
      const found = this.#reader.read(head, atEnd || head.length === longestPreamble);
      if (found === 'more' && !atEnd) return;
      if (found === 'more' || found === 'none') {
        const next = head.indexOf(this.#reader.firstByte, 1);
        this.#dropHead(next < 0 ? head.length : next);
        continue;
      }
      this.#reportJunk();
      this.#headLength = 0;
      this.#inside = true;
      this.#first = found.header === undefined;
      this.#terminator = found.delimiters.terminator;
      this.#scanner.configure(found.delimiters, codecOf(found.charset));
      this.#handler.preamble(found);
      this.push(head.subarray(found.consumed));
      return;
    }
  }

  /** Filler is not counted, so that the count does not depend on where chunks end. */
  #dropHead(bytes: number): void {
    const junk = this.#head.subarray(0, bytes).filter((byte) => !isFiller(byte));
    this.#junkBytes += junk.length;
    const room = longestSample - this.#junkSample.length;
    if (room > 0) this.#junkSample += Buffer.from(junk.subarray(0, room)).toString('latin1');
    this.#head.copyWithin(0, bytes, this.#headLength);
    this.#headLength -= bytes;
  }

  #reportJunk(): void {
    if (this.#junkBytes > 0) this.#handler.junk(this.#junkBytes, this.#junkSample);
    this.#junkBytes = 0;
    this.#junkSample = '';
  }
}

/** White space, other controls and the byte order mark. */
const isFiller = (byte: number): boolean =>
  byte <= 0x20 || byte === 0x7f || byte === 0xef || byte === 0xbb || byte === 0xbf;
