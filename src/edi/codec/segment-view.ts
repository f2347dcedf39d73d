import type { Codec } from './charset.ts';
import { codecOf } from './charset.ts';
import type { Element, Occurrence } from './segment.ts';
import { Segment } from './segment.ts';

/** Kinds of a delimiter, in the two low bits of a mark. */
export const componentMark = 1;
export const repetitionMark = 2;
export const elementMark = 3;

/** What the scanner saw in a segment besides its delimiters. */
export const released = 1;
export const highBytes = 2;
export const controlBytes = 4;
/** Beyond the limits: the content was skipped and must not be used. */
export const oversize = 8;
/** The data ended before the segment's terminator. */
export const unterminated = 16;
/** Binary data whose length is not a number or not what its count says. */
export const binaryFault = 32;
/** Carries binary data (BIN, BDS), each byte one character. */
export const binaryData = 64;

/** A tag of one to three ASCII characters as one number, to compare without making a string. */
export const packTag = (tag: string): number =>
  (tag.charCodeAt(0) << 16) | ((tag.charCodeAt(1) || 0) << 8) | (tag.charCodeAt(2) || 0);

/**
 * One segment inside the bytes it came in: nothing is copied. The scanner has one view and moves
 * it, so it is valid only while the segment is being handled; `toSegment` takes what lasts.
 */
export class SegmentView {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** Delimiters in order: position relative to `start`, shifted left by two, and the kind. */
  marks: Int32Array = new Int32Array(0);
  markCount = 0;
  flags = 0;
  /** `packTag` of the tag; 0 when it is longer than three bytes or empty. */
  tag = 0;
  releaseByte = -1;
  codec: Codec = codecOf('iso-8859-1');
  #wrapped: Uint8Array | undefined;
  #buffer: Buffer = Buffer.alloc(0);

  /** The tag as text. */
  get id(): string {
    const end = this.markCount > 0 ? (this.marks[0] ?? 0) >> 2 : this.end - this.start;
    return this.#latin1(0, Math.min(end, 32));
  }

  /** Move to a segment and work out its tag. */
  place(bytes: Uint8Array, start: number, end: number, markCount: number, flags: number): void {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.markCount = markCount;
    this.flags = flags;
    const tagLength = markCount > 0 ? (this.marks[0] as number) >> 2 : end - start;
    if (tagLength === 3)
      this.tag = ((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
    else if (tagLength === 2) this.tag = ((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8);
    else this.tag = tagLength === 1 ? (bytes[start] ?? 0) << 16 : 0;
  }

  /** The segment as values that last. */
  toSegment(position = 0): Segment {
    const { marks, markCount } = this;
    const text = this.#latin1(0, this.end - this.start);
    const plain = (this.flags & released) === 0 && !this.#needsDecoding;
    let first = 0;
    while (first < markCount && ((marks[first] ?? 0) & 3) !== elementMark) first++;
    const id = text.slice(0, first < markCount ? (marks[first] ?? 0) >> 2 : text.length);
    const elements: Element[] = [];
    let components: string[] | undefined;
    let repeats: Occurrence[] | undefined;
    for (let i = first; i < markCount; i++) {
      const from = ((marks[i] as number) >> 2) + 1;
      const next = i + 1 < markCount ? (marks[i + 1] as number) : (text.length << 2) | elementMark;
      const value = plain ? text.substring(from, next >> 2) : this.#value(text, from, next >> 2);
      const kind = next & 3;
      if (kind === elementMark && components === undefined && repeats === undefined) {
        elements.push(value);
        continue;
      }
      if (kind === componentMark || components !== undefined) {
        components ??= [];
        components.push(value);
        if (kind === componentMark) continue;
      }
      const occurrence = components ?? value;
      components = undefined;
      if (kind === repetitionMark || repeats !== undefined) {
        repeats ??= [];
        repeats.push(occurrence);
        if (kind === repetitionMark) continue;
      }
      elements.push(repeats === undefined ? occurrence : { repeats });
      repeats = undefined;
    }
    return new Segment(id, elements, position);
  }

  /** The bytes of the segment without its terminator: a copy. */
  copyBytes(): Uint8Array {
    return this.bytes.slice(this.start, this.end);
  }

  /** One string a segment, not a chunk: a value that is kept keeps no more than its segment. */
  #latin1(from: number, to: number): string {
    if (this.#wrapped !== this.bytes) {
      this.#wrapped = this.bytes;
      this.#buffer = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    }
    return this.#buffer.toString('latin1', this.start + from, this.start + to);
  }

  /** ISO 8859-1 is what the text is already; binary data is read as it. */
  get #needsDecoding(): boolean {
    return (this.flags & highBytes) !== 0 && (this.flags & binaryData) === 0 && !this.codec.isLatin1;
  }

  #value(text: string, from: number, to: number): string {
    if (this.#needsDecoding) {
      const bytes = this.bytes.subarray(this.start + from, this.start + to);
      return this.codec.decode(
        (this.flags & released) === 0 ? bytes : withoutReleases(bytes, this.releaseByte),
      );
    }
    const value = text.substring(from, to);
    const release = String.fromCharCode(this.releaseByte);
    return value.includes(release) ? withoutReleaseCharacters(value, release) : value;
  }
}

function withoutReleaseCharacters(value: string, release: string): string {
  let kept = '';
  let from = 0;
  for (
    let at = value.indexOf(release);
    at >= 0 && at + 1 < value.length;
    at = value.indexOf(release, at + 2)
  ) {
    kept += value.slice(from, at);
    from = at + 1;
  }
  return kept + value.slice(from);
}

function withoutReleases(bytes: Uint8Array, release: number): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === release && i + 1 < bytes.length) i++;
    kept[length++] = bytes[i] ?? 0;
  }
  return kept.subarray(0, length);
}
