import type { Provenance } from '#core/canonical/provenance.ts';
import type { RecordBody } from '#core/canonical/record-schemas.ts';
import { canonicalJson } from '#core/kernel/json.ts';
import type { AnyChange, Records, StoredRecord } from '#core/kernel/records.ts';
import type { PlannedChange } from './commit-changes.ts';
import type { EntityDefinition, MasterType } from './entities.ts';
import { isOlder } from './rules/older-version.ts';

/**
 * What of the accepted records is to be committed: what is new, or differs from what is stored and is not older.
 * A record of which only the source's version is newer is kept with it, so that an older one is known as such; as
 * nothing about it changed, no event tells of it.
 */
export async function planChanges<T extends MasterType>(
  definition: EntityDefinition<T>,
  accepted: readonly RecordBody<T>[],
  records: Pick<Records, 'getMany'>,
): Promise<readonly PlannedChange[]> {
  const { type, identifiers } = definition;
  const known = await records.getMany(
    type,
    accepted.map(({ id }) => id),
  );
  const byId = new Map(known.map((record) => [record.id, record]));
  return accepted.flatMap((body) => {
    const stored = byId.get(body.id);
    const change = changeTo(definition, body, stored);
    if (!change) return [];
    const before = stored ? identifiers(stored.body) : [];
    return {
      id: body.id,
      change,
      identifiers: differing(identifiers(body), before) + differing(before, identifiers(body)),
      again: async () => changeTo(definition, body, (await records.getMany(type, [body.id]))[0]),
    };
  });
}

function changeTo<T extends MasterType>(
  definition: EntityDefinition<T>,
  body: RecordBody<T>,
  stored: StoredRecord<T> | undefined,
): AnyChange | undefined {
  const { type, asChange } = definition;
  const event = definition.event(body);
  const events = event ? [event] : [];
  if (!stored) return asChange({ type, id: body.id, expect: 'absent', body, events });
  const [came, known] = [body.provenance, stored.body.provenance];
  if (isOlder(came, known)) return undefined;
  const isSame = contentOf(definition, body) === contentOf(definition, stored.body);
  if (isSame && sourceOf(came) === sourceOf(known)) return undefined;
  return asChange({ type, id: body.id, expect: stored.version, body, events: isSame ? [] : events });
}

function contentOf<T extends MasterType>({ passing }: EntityDefinition<T>, body: RecordBody<T>): string {
  const leftOut = passing === undefined ? {} : { [passing]: undefined };
  return canonicalJson({ ...body, provenance: undefined, ...leftOut });
}

const sourceOf = ({ receivedAt: _, ...source }: Provenance): string => canonicalJson(source);

const differing = (
  these: ReturnType<EntityDefinition<MasterType>['identifiers']>,
  those: typeof these,
): number =>
  these.filter(
    ({ scheme, value }) => !those.some((other) => other.scheme === scheme && other.value === value),
  ).length;
