/** Components of a composite, two or more; one alone is a plain string. */
export type Composite = readonly string[];

/** One occurrence of an element. */
export type Occurrence = string | Composite;

/** An element that occurs twice or more; once is the occurrence itself. */
export interface Repetition {
  readonly repeats: readonly Occurrence[];
}

/** An element as it was written: absent and empty are both `''`. */
export type Element = Occurrence | Repetition;

const isRepetition = (element: Element): element is Repetition =>
  typeof element === 'object' && 'repeats' in element;

/** All occurrences of an element; none when it is empty. */
export function occurrencesOf(element: Element | undefined): readonly Occurrence[] {
  if (element === undefined || element === '') return [];
  return isRepetition(element) ? element.repeats : [element];
}

/** The components of one occurrence; none when it is empty. */
export function componentsOf(occurrence: Occurrence | undefined): readonly string[] {
  if (occurrence === undefined || occurrence === '') return [];
  return typeof occurrence === 'string' ? [occurrence] : occurrence;
}

/** A segment as values: its tag and its elements, release characters removed. */
export class Segment {
  readonly id: string;
  readonly elements: readonly Element[];
  /** Position in the transaction, its header (ST, UNH) being 1; 0 when it was not read from anywhere. */
  readonly position: number;

  constructor(id: string, elements: readonly Element[], position = 0) {
    this.id = id;
    this.elements = elements;
    this.position = position;
  }

  /** The value of an element (from 1), or of one of its components; `''` when absent. */
  text(element: number, component = 1): string {
    const value = this.elements[element - 1];
    if (value === undefined) return '';
    if (typeof value === 'string') return component === 1 ? value : '';
    return componentsOf(isRepetition(value) ? value.repeats[0] : value)[component - 1] ?? '';
  }

  /** The components of the first occurrence of an element. */
  components(element: number): readonly string[] {
    return componentsOf(this.occurrences(element)[0]);
  }

  /** All occurrences of an element; none when it is empty. */
  occurrences(element: number): readonly Occurrence[] {
    return occurrencesOf(this.elements[element - 1]);
  }
}
