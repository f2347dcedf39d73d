/** One value that a write changed: where, and what it was before and after, as JSON. Absent: it was not there. */
export interface ChangedField {
  /** JSON pointer into the record or setting. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ChangedFields {
  readonly fields: readonly ChangedField[];
  /** Fields beyond the limit are left out, or values beyond theirs cut short. */
  readonly cut: boolean;
}

export const auditLimits = {
  fieldsPerRecord: 40,
  /** All records of one entry together. */
  fieldsPerEntry: 120,
  /** Of one value's JSON. */
  charactersPerValue: 200,
} as const;

/** What opens a door is told to nobody, not even as a hash. */
const secret = /^(?:.*\/)?(?:taskToken|apiKeys\/\d+\/sha256)$/;

/**
 * What differs between two states of a record, value by value, in the order in which they stand in it. `before` is
 * undefined for what was not there, `after` for what is gone.
 */
export function changedFields(
  before: unknown,
  after: unknown,
  most: number = auditLimits.fieldsPerRecord,
): ChangedFields {
  const was = leavesOf(before);
  const is = leavesOf(after);
  const paths = [...new Set([...is.keys(), ...was.keys()])];
  const changed = paths.filter((path) => is.get(path) !== was.get(path));
  const fields = changed.slice(0, Math.min(most, auditLimits.fieldsPerRecord)).map((path) => ({
    path,
    ...shortened('before', was.get(path)),
    ...shortened('after', is.get(path)),
  }));
  const long = fields.some(({ path }) => [was.get(path), is.get(path)].some((value) => isLong(value)));
  return { fields, cut: long || fields.length < changed.length };
}

/** The JSON of every value that holds no other, by its path; empty lists and objects are values too. */
function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (value === undefined || secret.test(path)) return leaves;
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (entries.length === 0) return leaves.set(path, JSON.stringify(value));
  for (const [key, inner] of entries)
    leavesOf(inner, `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`, leaves);
  return leaves;
}

const isLong = (value: string | undefined): boolean =>
  value !== undefined && value.length > auditLimits.charactersPerValue;

function shortened(name: 'before' | 'after', value: string | undefined): { readonly [name: string]: string } {
  if (value === undefined) return {};
  return { [name]: isLong(value) ? `${value.slice(0, auditLimits.charactersPerValue - 1)}…` : value };
}
