import type { Codec } from './charset.ts';
import type { EdiLimits } from './limits.ts';
import {
  binaryData,
  binaryFault,
  componentMark,
  controlBytes,
  elementMark,
  highBytes,
  oversize,
  released,
  repetitionMark,
  SegmentView,
  unterminated,
} from './segment-view.ts';

/** The bytes that separate; -1 for what the interchange does not have. */
export interface DelimiterBytes {
  readonly element: number;
  readonly component: number;
  readonly repetition: number;
  readonly release: number;
  readonly terminator: number;
}

const terminatorClass = 4;
const releaseClass = 5;
const highClass = 6;
const controlClass = 7;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
const space = 0x20;
const letterB = 0x42;
/** How much of a segment that is not kept is kept to name it by. */
const tagBytes = 64;

/**
 * Finds segments and their delimiters in chunks of bytes. A segment inside one chunk is not copied;
 * of one that spans chunks only its own bytes are. Work is linear in the bytes whatever the chunks:
 * nothing is scanned twice.
 */
export class SegmentScanner {
  readonly view = new SegmentView();
  readonly #onSegment: (view: SegmentView) => boolean;
  readonly #limits: EdiLimits;
  readonly #classes = new Uint8Array(256);
  readonly #binarySegments: boolean;
  #carry = new Uint8Array(512);
  #carried = 0;
  #count = 0;
  #flags = 0;
  #releasePending = false;
  /** Bytes of binary data still to pass over. */
  #binaryLeft = 0;

  /** `onSegment` answers whether scanning goes on; `binarySegments`: BIN and BDS carry counted bytes. */
  constructor(onSegment: (view: SegmentView) => boolean, limits: EdiLimits, binarySegments: boolean) {
    this.#onSegment = onSegment;
    this.#limits = limits;
    this.#binarySegments = binarySegments;
    this.view.marks = new Int32Array(limits.delimitersPerSegment);
  }

  /** Set the delimiters and the character set of what follows. */
  configure(delimiters: DelimiterBytes, codec: Codec): void {
    const classes = this.#classes.fill(0);
    classes.fill(controlClass, 0, 0x20).fill(highClass, 0x80);
    const set = (byte: number, kind: number) => {
      if (byte >= 0) classes[byte] = kind;
    };
    set(delimiters.release, releaseClass);
    set(delimiters.component, componentMark);
    set(delimiters.repetition, repetitionMark);
    set(delimiters.element, elementMark);
    set(delimiters.terminator, terminatorClass);
    this.view.releaseByte = delimiters.release;
    this.view.codec = codec;
  }

  /**
   * Scan from an index on, handing over every segment that ends in this chunk.
   * Answers the index after the last byte taken: less than the length when `onSegment` said stop.
   */
  scan(bytes: Uint8Array, from: number): number {
    const classes = this.#classes;
    const marks = this.view.marks;
    const maximum = marks.length;
    const length = bytes.length;
    let start = from - this.#carried;
    let count = this.#count;
    let flags = this.#flags;
    let i = this.#resume(bytes, from);
    if (i > from) flags = this.#flags;
    if (start === i) start = i = this.#skipFiller(bytes, i);
    for (; i < length; i++) {
      const kind = classes[bytes[i] as number] as number;
      if (kind === 0) continue;
      if (kind <= elementMark) {
        if (count < maximum) marks[count++] = ((i - start) << 2) | kind;
        else flags |= oversize;
        if (this.#binarySegments && count <= 3 && kind === elementMark) {
          if ((start < 0 ? this.#carry[0] : bytes[start]) !== letterB) continue;
          const size = this.#binarySize(bytes, start, i, count);
          if (size === undefined) continue;
          flags |= size < 0 ? binaryFault : binaryData | highBytes;
          const passed = Math.min(Math.max(size, 0), length - i - 1);
          this.#binaryLeft = Math.max(size, 0) - passed;
          i += passed;
        }
        continue;
      }
      if (kind === terminatorClass) {
        const goesOn = this.#deliver(bytes, start, i, count, flags);
        count = 0;
        flags = 0;
        start = this.#skipFiller(bytes, i + 1);
        if (!goesOn) return i + 1;
        i = start - 1;
        continue;
      }
      if (kind === releaseClass) {
        flags |= released;
        if (++i === length) this.#releasePending = true;
        else if ((bytes[i] as number) >= 0x80) flags |= highBytes;
        continue;
      }
      flags |= kind === highClass ? highBytes : controlBytes;
    }
    this.#keep(bytes, start, count, flags);
    return length;
  }

  /** Whether bytes came after the last terminator. */
  get holdsRest(): boolean {
    return this.#carried > 0;
  }

  /** Hand over what came after the last terminator, if anything but filler did. */
  flush(): void {
    if (this.#carried === 0) return;
    let end = Math.min(this.#carried, this.#carry.length);
    while (end > 0 && this.#isFiller(this.#carry[end - 1] ?? 0)) end--;
    const count = this.#count;
    const flags = this.#flags | unterminated | (this.#binaryLeft > 0 ? binaryFault : 0);
    const carry = this.#carry;
    this.#reset();
    if (end === 0) return;
    this.view.place(carry, 0, end, count, flags);
    this.#onSegment(this.view);
  }

  /** Finish what the last chunk left open in the middle: a released byte, binary data. */
  #resume(bytes: Uint8Array, from: number): number {
    if (this.#releasePending && from < bytes.length) {
      this.#releasePending = false;
      if ((bytes[from] ?? 0) >= 0x80) this.#flags |= highBytes;
      return from + 1;
    }
    if (this.#binaryLeft === 0) return from;
    const passed = Math.min(this.#binaryLeft, bytes.length - from);
    this.#binaryLeft -= passed;
    return from + passed;
  }

  /** Line breaks and indentation between segments are nobody's data. */
  #skipFiller(bytes: Uint8Array, from: number): number {
    let i = from;
    while (i < bytes.length && this.#isFiller(bytes[i] as number)) i++;
    return i;
  }

  #isFiller(byte: number): boolean {
    if (byte > 0x20) return false;
    if (byte !== lineFeed && byte !== carriageReturn && byte !== space && byte !== tab) return false;
    const kind = this.#classes[byte] ?? 0;
    return kind < componentMark || kind > elementMark;
  }

  #deliver(bytes: Uint8Array, start: number, end: number, count: number, flags: number): boolean {
    const length = end - start;
    const tooLong = length > this.#limits.segmentBytes || (flags & oversize) !== 0;
    const allFlags = tooLong ? flags | oversize : flags;
    if (this.#carried === 0) {
      this.view.place(bytes, start, end, tooLong ? Math.min(count, 1) : count, allFlags);
      return this.#onSegment(this.view);
    }
    this.#append(bytes, end - (length - this.#carried), end);
    const carry = this.#carry;
    const kept = tooLong ? Math.min(this.#carried, tagBytes) : length;
    this.#reset();
    this.view.place(carry, 0, kept, tooLong ? Math.min(count, 1) : count, allFlags);
    return this.#onSegment(this.view);
  }

  /** Keep the beginning of a segment for the next chunk. */
  #keep(bytes: Uint8Array, start: number, count: number, flags: number): void {
    this.#count = count;
    this.#flags = flags;
    if (start >= bytes.length && this.#carried === 0) return;
    this.#append(bytes, start + this.#carried, bytes.length);
  }

  /** Beyond the limit bytes are counted (positions stay right) but no longer stored, except for those the tag is in. */
  #append(bytes: Uint8Array, from: number, to: number): void {
    const needed = this.#carried + to - from;
    if (needed > this.#limits.segmentBytes) {
      this.#flags |= oversize;
      if (this.#carry.length > 65_536) this.#carry = this.#carry.slice(0, tagBytes);
      const room = Math.max(tagBytes - this.#carried, 0);
      this.#carry.set(bytes.subarray(from, Math.min(to, from + room)), Math.min(this.#carried, tagBytes));
    } else {
      if (needed > this.#carry.length) {
        const grown = new Uint8Array(
          Math.min(Math.max(needed, this.#carry.length * 2), this.#limits.segmentBytes),
        );
        grown.set(this.#carry.subarray(0, this.#carried));
        this.#carry = grown;
      }
      this.#carry.set(bytes.subarray(from, to), this.#carried);
    }
    this.#carried = needed;
  }

  #reset(): void {
    this.#carried = 0;
    this.#count = 0;
    this.#flags = 0;
    this.#releasePending = false;
    this.#binaryLeft = 0;
  }

  /** Bytes of data that follow this element separator: BIN02 by BIN01, BDS03 by BDS02; -1 when unreadable. */
  #binarySize(bytes: Uint8Array, start: number, end: number, count: number): number | undefined {
    const carried = start < 0 || this.#carried > 0 ? this.#carried : 0;
    const at = (position: number) =>
      position < carried ? (this.#carry[position] ?? 0) : (bytes[start + position] ?? 0);
    const third = at(2);
    const isBin = at(1) === 0x49 && third === 0x4e;
    const isBds = at(1) === 0x44 && third === 0x53;
    if (!(isBin && count === 2) && !(isBds && count === 3)) return undefined;
    if ((this.view.marks[0] ?? 0) >> 2 !== 3) return undefined;
    let size = 0;
    const from = ((this.view.marks[count - 2] ?? 0) >> 2) + 1;
    const to = end - start;
    if (from === to || to - from > 15) return -1;
    for (let position = from; position < to; position++) {
      const digit = at(position) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      size = size * 10 + digit;
    }
    return size > this.#limits.segmentBytes ? -1 : size;
  }
}
