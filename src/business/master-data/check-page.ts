import type { Provenance } from '#core/canonical/provenance.ts';
import type { RecordBody } from '#core/canonical/record-schemas.ts';
import type { EntityDefinition, MasterType } from './entities.ts';
import type { KnownMasters } from './known-masters.ts';
import type { Rejection } from './model.ts';
import type { Candidate } from './ports.ts';
import { type ClaimsBefore, judgeClaims } from './rules/conflicting.ts';
import { complete } from './rules/incomplete.ts';
import { unknownReferences } from './rules/unknown-reference.ts';

export interface CheckedPage<T extends MasterType> {
  readonly accepted: readonly RecordBody<T>[];
  readonly rejected: readonly Rejection[];
}

export interface CheckContext {
  readonly masters: KnownMasters;
  readonly before: ClaimsBefore;
  readonly system: string;
  readonly receivedAt: string;
}

/**
 * Tell the good records of a page from the bad ones.
 * 1. Each by itself: hierarchy, then every field.
 * 2. Against the others: same id with other content, same GTIN on two items.
 * 3. Against what is known: references and units.
 * A record that only says again what another one said is neither accepted nor rejected.
 */
export async function checkPage<T extends MasterType>(
  definition: EntityDefinition<T>,
  page: readonly Candidate[],
  context: CheckContext,
): Promise<CheckedPage<T>> {
  const read = page.map((candidate) => readCandidate(definition, candidate, context));
  const claims = page.map(({ id, body: content }, at) => {
    const body = read[at]?.body;
    return { id, content, distinct: body ? definition.distinct(body) : [] };
  });
  const verdicts = judgeClaims(claims, context.before);
  await context.masters.load(
    read
      .map(({ body }) => body && definition.refersTo(body))
      .filter((references) => references !== undefined),
  );

  const accepted: RecordBody<T>[] = [];
  const rejected: Rejection[] = [];
  for (const [at, { id }] of page.entries()) {
    const { body, reasons = [] } = read[at] ?? {};
    const verdict = verdicts[at] ?? 'new';
    const all = [
      ...reasons,
      ...(typeof verdict === 'string' ? [] : verdict),
      ...(body ? unknownReferences(definition.refersTo(body), context.masters) : []),
      ...(body ? definition.faults(body, context.masters) : []),
    ];
    if (all.length > 0) rejected.push({ id: id.slice(0, 120), reasons: all });
    else if (body && verdict === 'new') accepted.push(body);
  }
  return { accepted, rejected };
}

function readCandidate<T extends MasterType>(
  { schema, faultsBefore }: EntityDefinition<T>,
  { id, body, sourceVersion }: Candidate,
  { system, receivedAt }: CheckContext,
) {
  const early = faultsBefore?.(body) ?? [];
  if (early.length > 0) return { reasons: early };
  const provenance: Provenance = {
    system,
    receivedAt,
    ...(sourceVersion === undefined ? {} : { sourceVersion }),
  };
  const whole = typeof body === 'object' && body !== null ? { ...body, id, provenance } : body;
  return complete(schema, whole);
}
