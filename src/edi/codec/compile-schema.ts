import type {
  CompositeElement,
  Condition,
  DataElement,
  ElementUse,
  LoopUse,
  SegmentSchema,
  TransactionSchema,
  Use,
  ValueType,
} from './schema.ts';

/**
 * The dictionary of a version, as data:
 * - elements: `'353': 'ID 2/2 00 01 04'` (type, minimum/maximum length, codes when they matter);
 * - composites: `C040: 'M128 M127 O128'` (usage and element);
 * - segments: `REF: 'M128 O127 O352 OC040 | R0203'` (usage, element, `*n` for repetition; syntax notes).
 */
export interface Dictionary {
  readonly elements: Readonly<Record<string, string>>;
  readonly composites: Readonly<Record<string, string>>;
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * A transaction as data, one line a segment (`tag usage maximum`); a loop begins with
 * `{ name usage maximum`, ends with `}`, and its first segment begins every occurrence.
 */
export interface TransactionSource {
  readonly type: string;
  readonly name: string;
  readonly structure: string;
}

const valueTypes: Readonly<Record<string, ValueType>> = {
  AN: { type: 'text' },
  ID: { type: 'text' },
  an: { type: 'text' },
  a: { type: 'letters' },
  n: { type: 'decimal' },
  R: { type: 'decimal' },
  DT: { type: 'date' },
  TM: { type: 'time' },
  B: { type: 'binary' },
};

/** Compiles the segments and transactions of one version; segments are compiled once. */
export class SchemaCompiler {
  readonly #dictionary: Dictionary;
  readonly #segments = new Map<string, SegmentSchema>();
  readonly #elements = new Map<string, DataElement | CompositeElement>();

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  transaction({ type, name, structure }: TransactionSource, version: string): TransactionSchema {
    const lines = structure
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([first]) => first !== '');
    const tags = new Set<string>();
    const content = this.#content(lines, tags);
    if (lines.length > 0) throw new Error(`${type} ${version}: a loop is closed that was not opened`);
    return { type, version, name, content, tags };
  }

  segment(id: string): SegmentSchema {
    const known = this.#segments.get(id);
    if (known) return known;
    const source = this.#dictionary.segments[id];
    if (source === undefined) throw new Error(`segment ${id} is not in the dictionary`);
    const [uses = '', notes = ''] = source.split('|');
    const schema = { id, elements: this.#uses(uses), conditions: words(notes).map(conditionOf) };
    this.#segments.set(id, schema);
    return schema;
  }

  /** Takes lines off the front until the loop they are in ends. */
  #content(lines: string[][], tags: Set<string>): Use[] {
    const content: Use[] = [];
    for (;;) {
      const line = lines.shift();
      if (!line || line[0] === '}') return content;
      content.push(line[0] === '{' ? this.#loop(line, lines, tags) : this.#segmentUse(line, tags));
    }
  }

  #loop([, name = '', usage = '', maximum = '']: string[], lines: string[][], tags: Set<string>): LoopUse {
    const content = this.#content(lines, tags);
    const [first] = content;
    if (first?.kind !== 'segment') throw new Error(`loop ${name} does not begin with a segment`);
    return {
      kind: 'loop',
      name,
      mandatory: usage === 'M',
      maximum: maximumOf(maximum),
      first: first.id,
      content,
    };
  }

  #segmentUse([id = '', usage = '', maximum = '']: string[], tags: Set<string>): Use {
    tags.add(id);
    const mandatory = usage === 'M';
    return { kind: 'segment', id, mandatory, maximum: maximumOf(maximum), schema: this.segment(id) };
  }

  #uses(source: string): ElementUse[] {
    return words(source).map((word) => {
      const [what = '', repeat = '1'] = word.slice(1).split('*');
      return { mandatory: word.startsWith('M'), repeat: Number(repeat), element: this.#element(what) };
    });
  }

  #element(reference: string): DataElement | CompositeElement {
    const known = this.#elements.get(reference);
    if (known) return known;
    const made = this.#makeElement(reference);
    this.#elements.set(reference, made);
    return made;
  }

  #makeElement(reference: string): DataElement | CompositeElement {
    const composite = this.#dictionary.composites[reference];
    if (composite !== undefined) return { reference, components: this.#uses(composite) };
    const source = this.#dictionary.elements[reference];
    if (source === undefined) throw new Error(`element ${reference} is not in the dictionary`);
    const [type = '', length = '', ...codes] = words(source);
    const [minimum = '0', maximum = minimum] = length.split('/');
    return {
      reference,
      value: valueTypeOf(type),
      minimum: Number(minimum),
      maximum: Number(maximum),
      ...(codes.length > 0 ? { codes: new Set(codes) } : {}),
    };
  }
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const maximumOf = (text: string): number => (text === '>1' ? Number.POSITIVE_INFINITY : Number(text));

function valueTypeOf(type: string): ValueType {
  const known = valueTypes[type];
  if (known) return known;
  const [, decimals] = /^N(\d)$/.exec(type) ?? [];
  if (decimals === undefined) throw new Error(`${type} is no type of data element`);
  return { type: 'integer', impliedDecimals: Number(decimals) };
}

/** `P0304`: the kind and the positions, two digits each. */
function conditionOf(note: string): Condition {
  const kind = note.charAt(0);
  if (kind !== 'P' && kind !== 'R' && kind !== 'E' && kind !== 'C' && kind !== 'L')
    throw new Error(`${note} is no syntax note`);
  return { kind, elements: (note.slice(1).match(/../g) ?? []).map(Number) };
}
