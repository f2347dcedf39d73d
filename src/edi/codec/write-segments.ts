import type { Charset, Codec } from './charset.ts';
import { codecOf } from './charset.ts';
import type { EdiFault, FaultDraft, FaultKind, StandardCode } from './fault.ts';
import type { Element, Occurrence, Segment } from './segment.ts';
import { componentsOf, occurrencesOf } from './segment.ts';

/** The characters to write with; `''` for what the partner does not use. */
export interface WriteDelimiters {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly release: string;
  readonly terminator: string;
}

export interface WriteOptions {
  readonly charset: Charset;
  /** A line break after every terminator, for people. */
  readonly lineBreaks?: boolean;
}

/** The bytes, or every reason why a value cannot be written. */
export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly faults: readonly EdiFault[] };

/**
 * Writes segments one after the other. Empty elements and components at the end are left out, as the
 * standards want. A value that contains a delimiter is released where there is a release character,
 * else refused, naming its segment and element.
 */
export class SegmentWriter {
  readonly #delimiters: WriteDelimiters;
  readonly #codec: Codec;
  readonly #lineEnd: string;
  readonly #codeOf: (fault: FaultDraft) => StandardCode;
  readonly #reserved: ReadonlySet<string>;
  readonly #parts: Uint8Array[] = [];
  readonly #faults: EdiFault[] = [];
  #position = 0;

  constructor(
    delimiters: WriteDelimiters,
    { charset, lineBreaks }: WriteOptions,
    codeOf: (fault: FaultDraft) => StandardCode,
  ) {
    this.#delimiters = delimiters;
    this.#codec = codecOf(charset);
    this.#lineEnd = delimiters.terminator + (lineBreaks ? '\n' : '');
    this.#codeOf = codeOf;
    this.#reserved = new Set(Object.values(delimiters).filter((delimiter) => delimiter !== ''));
  }

  /** Write one segment. */
  segment(segment: Segment): void {
    this.#position++;
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(segment.id))
      this.#refuse('segment-unknown', segment, 0, `${JSON.stringify(segment.id)} is no segment tag`);
    if (segment.id === 'BIN' || segment.id === 'BDS') {
      this.#binary(segment);
      return;
    }
    const elements = segment.elements.map((element, index) => this.#element(element, segment, index + 1));
    this.#add(
      [segment.id, ...withoutEmptyEnd(elements)].join(this.#delimiters.element) + this.#lineEnd,
      segment,
    );
  }

  /** Write a text as it is: UNA, or an ISA whose delimiters are its content. */
  verbatim(text: string, segment: Segment): void {
    this.#position++;
    this.#add(text, segment);
  }

  /** Refuse what a caller found wrong itself. */
  refuse(kind: FaultKind, segment: Segment, element: number, message: string): void {
    this.#refuse(kind, segment, element, message);
  }

  get written(): Written {
    if (this.#faults.length > 0) return { ok: false, faults: this.#faults };
    return { ok: true, bytes: new Uint8Array(Buffer.concat(this.#parts)) };
  }

  #element(element: Element, segment: Segment, at: number): string {
    if (typeof element === 'string') return this.#value(element, segment, at);
    const occurrences = occurrencesOf(element).map((occurrence) => this.#occurrence(occurrence, segment, at));
    const kept = withoutEmptyEnd(occurrences);
    if (kept.length > 1 && this.#delimiters.repetition === '')
      this.#refuse('repetition-excess', segment, at, 'repeats, and there is no repetition separator');
    return kept.join(this.#delimiters.repetition);
  }

  #occurrence(occurrence: Occurrence, segment: Segment, at: number): string {
    const components = componentsOf(occurrence).map((value) => this.#value(value, segment, at));
    return withoutEmptyEnd(components).join(this.#delimiters.component);
  }

  #value(value: string, segment: Segment, at: number): string {
    const { release } = this.#delimiters;
    let written = '';
    let from = 0;
    for (let i = 0; i < value.length; i++) {
      const character = value.charAt(i);
      if (!this.#reserved.has(character)) continue;
      if (release === '') {
        const message = `contains ${JSON.stringify(character)}, which is a delimiter of this interchange`;
        this.#refuse('element-character', segment, at, message, value);
        return '';
      }
      written += value.slice(from, i) + release;
      from = i;
    }
    return from === 0 && written === '' ? value : written + value.slice(from);
  }

  /** Counted bytes: each character is one byte, nothing is reserved. */
  #binary(segment: Segment): void {
    const last = segment.id === 'BIN' ? 2 : 3;
    const data = segment.text(last);
    const bytes = codecOf('iso-8859-1').encode(data);
    if (!bytes || Number(segment.text(last - 1)) !== bytes.length) {
      this.#refuse('binary-length', segment, last, 'is not as many bytes as the element before it says');
      return;
    }
    const before = segment.elements
      .slice(0, last - 1)
      .map((element, i) => this.#element(element, segment, i + 1));
    this.#add([segment.id, ...before, ''].join(this.#delimiters.element), segment);
    this.#parts.push(bytes);
    this.#add(this.#lineEnd, segment);
  }

  #add(text: string, segment: Segment): void {
    const bytes = this.#codec.encode(text);
    if (bytes) this.#parts.push(bytes);
    else
      segment.elements.forEach((element, index) => {
        const values = occurrencesOf(element).flatMap(componentsOf);
        const foreign = values.find((value) => this.#codec.encode(value) === undefined);
        if (foreign !== undefined)
          this.#refuse('element-character', segment, index + 1, 'is not in the character set', foreign);
      });
  }

  #refuse(kind: FaultKind, segment: Segment, element: number, message: string, value?: string): void {
    const name = element === 0 ? segment.id : segment.id + String(element).padStart(2, '0');
    const draft: FaultDraft = {
      kind,
      level: element === 0 ? 'segment' : 'element',
      position: this.#position,
      segment: segment.id,
      ...(element === 0 ? {} : { element }),
      ...(value === undefined ? {} : { value: value.slice(0, 99) }),
      message: `${name} ${message}`,
    };
    this.#faults.push({ ...draft, severity: 'error', standard: this.#codeOf(draft) });
  }
}

/** Without what is empty at the end. */
function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  let length = texts.length;
  while (length > 0 && texts[length - 1] === '') length--;
  return length === texts.length ? texts : texts.slice(0, length);
}
