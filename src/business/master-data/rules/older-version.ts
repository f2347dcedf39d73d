import type { Provenance } from '#core/canonical/provenance.ts';

const DIGITS = /^\d+$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?Z$/;

/**
 * Whether what came is older than what is known: both versions are of one system and both are numbers, or both are
 * instants in UTC. What cannot be compared is not older.
 */
export function isOlder(came: Provenance, known: Provenance): boolean {
  const [a, b] = [came.sourceVersion, known.sourceVersion];
  if (came.system !== known.system || a === undefined || b === undefined) return false;
  if (DIGITS.test(a) && DIGITS.test(b)) return BigInt(a) < BigInt(b);
  const [instantA, instantB] = [comparable(a), comparable(b)];
  return instantA !== undefined && instantB !== undefined && instantA < instantB;
}

/** Text that compares as time does, however many decimals of a second there are. */
function comparable(version: string): string | undefined {
  const [, second, fraction = ''] = INSTANT.exec(version) ?? [];
  return second === undefined ? undefined : `${second}.${fraction.padEnd(9, '0')}`;
}
