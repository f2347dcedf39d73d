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
 *   `...` at the end: elements after these are not described and not checked; `...` alone: none is.
 */
export interface Dictionary {
  readonly elements: Readonly<Record<string, string>>;
  readonly composites: Readonly<Record<string, string>>;
  readonly segments: Readonly<Record<string, string>>;
}

/**
 * A transaction as data: `BEG! CUR PER:3 REF:*` are segments in order, `!` mandatory, `:n` how often
 * (once without, `*` without limit). `{N1:200 N1! N2:2}` is a loop that begins with its first segment.
 * Loops named `SG` are numbered in the order they are written, as EDIFACT does.
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

interface Place {
  readonly mandatory: boolean;
  readonly maximum: number;
}

/** Tokens still to come, tags seen, segment groups counted. */
interface Reading {
  readonly tokens: string[];
  readonly tags: Set<string>;
  groups: number;
}

/** Compiles the segments and transactions of one version; segments are compiled once. */
export class SchemaCompiler {
  readonly #dictionary: Dictionary;
  readonly #segments = new Map<string, SegmentSchema>();
  readonly #elements = new Map<string, DataElement | CompositeElement>();

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  transaction({ type, name, structure }: TransactionSource, version: string): TransactionSchema {
    const walk: Reading = { tokens: words(structure.replaceAll('}', ' } ')), tags: new Set(), groups: 0 };
    const content = this.#content(walk);
    if (walk.tokens.length > 0) throw new Error(`${type} ${version}: a loop is closed that was not opened`);
    return { type, version, name, content, tags: walk.tags };
  }

  segment(id: string): SegmentSchema {
    const known = this.#segments.get(id);
    if (known) return known;
    const source = this.#dictionary.segments[id];
    if (source === undefined) throw new Error(`segment ${id} is not in the dictionary`);
    const [uses = '', notes = ''] = source.split('|');
    const open = uses.includes('...');
    const elements = this.#uses(uses.replace('...', ''));
    const schema = { id, elements, open, conditions: words(notes).map(conditionOf) };
    this.#segments.set(id, schema);
    return schema;
  }

  /** Takes tokens off the front until the loop they are in ends. */
  #content(reading: Reading): Use[] {
    const content: Use[] = [];
    for (;;) {
      const token = reading.tokens.shift();
      if (token === undefined || token === '}') return content;
      const [, brace, name = '', mandatory, maximum = '1'] =
        /^(\{)?([A-Z0-9]+)(!)?(?::(\d+|\*))?$/.exec(token) ?? [];
      if (name === '') throw new Error(`${token} is neither a segment nor a loop`);
      const place = { mandatory: mandatory === '!', maximum: maximumOf(maximum) };
      content.push(brace ? this.#loop(name, place, reading) : this.#segmentUse(name, place, reading));
    }
  }

  #loop(name: string, place: Place, reading: Reading): LoopUse {
    const numbered = name === 'SG' ? `SG${++reading.groups}` : name;
    const content = this.#content(reading);
    const [first] = content;
    if (first?.kind !== 'segment') throw new Error(`loop ${numbered} does not begin with a segment`);
    return { kind: 'loop', name: numbered, ...place, first: first.id, content };
  }

  #segmentUse(id: string, place: Place, reading: Reading): Use {
    reading.tags.add(id);
    return { kind: 'segment', id, ...place, schema: this.segment(id) };
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

const maximumOf = (text: string): number => (text === '*' ? Number.POSITIVE_INFINITY : Number(text));

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
  const elements = (note.slice(1).match(/../g) ?? []).map(Number);
  const bits = elements.map((at) => 1 << (at - 1));
  return { kind, elements, mask: bits.reduce((all, bit) => all | bit, 0), first: bits[0] ?? 0 };
}
