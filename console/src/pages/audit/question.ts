/** What the audit is asked for, and what its entries are about. Pure. */
import type { AuditEntry } from '#contracts/client.ts';
import { pathOf } from '../../parts/entity-paths.ts';
import type { Filters } from '../../parts/filters.ts';

export const filterNames = ['day', 'target', 'actor', 'action'] as const;
export type FilterName = (typeof filterNames)[number];

/** The API answers one of: a day, a record or setting, an actor. */
export type Question = { readonly day: string } | { readonly target: string } | { readonly actor: string };

/** A record is linked to as `exception/ex-1` and known to the API as `exception#ex-1`. */
export const targetOf = (value: string): string => (value.includes('#') ? value : value.replace('/', '#'));

/** An actor by kind and id; who gives an id alone means a person. */
export const actorOf = (value: string): string =>
  /^(person|consumer|function):/.test(value) ? value : `person:${value}`;

/** What the API is asked: the narrowest of what is given, today when nothing is. */
export function questionOf({ day, target, actor }: Filters<FilterName>, today: string): Question {
  if (target) return { target: targetOf(target) };
  if (actor) return { actor: actorOf(actor) };
  return { day: day ?? today };
}

/** What the API was not asked for is looked for in what it answered. */
export function matcherOf(
  filters: Filters<FilterName>,
  question: Question,
): ((entry: AuditEntry) => boolean) | undefined {
  const { day, actor, action } = filters;
  const checks: ((entry: AuditEntry) => boolean)[] = [];
  if (day && !('day' in question)) checks.push(({ at }) => at.startsWith(day));
  if (actor && !('actor' in question)) checks.push((entry) => actorKey(entry) === actorOf(actor));
  if (action) checks.push((entry) => entry.action.includes(action.trim().toLowerCase().replaceAll(' ', '-')));
  return checks.length === 0 ? undefined : (entry) => checks.every((check) => check(entry));
}

/** `person:buyer@example.com`. */
export const actorKey = ({ actor }: Pick<AuditEntry, 'actor'>): string => `${actor.kind}:${actor.id}`;

/** What an entry is about, and where that is looked at: `setting#partner:acme` is the partner. */
export function targetParts(target: string): {
  readonly type: string;
  readonly id: string;
  readonly path: string | undefined;
} {
  const at = target.indexOf('#');
  const [type, id] = at < 0 ? ['', target] : [target.slice(0, at), target.slice(at + 1)];
  if (type !== 'setting') return { type, id, path: pathOf(type, id) };
  const [kind = id, of] = id.split(':', 2);
  return { type: 'setting', id, path: of === undefined ? undefined : pathOf(kind, of) };
}

/** Today in UTC, as the audit counts days. */
export const utcDay = (now: Date): string => now.toISOString().slice(0, 10);
