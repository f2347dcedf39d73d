import type { Interchange } from '../codec/interchange.ts';

/** When the sender says it made the interchange (ISA09 and ISA10, UNB S004), as if in UTC: neither standard says where. */
function dateTimeOf({ syntax, header }: Pick<Interchange, 'syntax' | 'header'>): string | undefined {
  const date = syntax === 'x12' ? header?.text(9) : header?.text(4);
  const time = syntax === 'x12' ? header?.text(10) : header?.text(4, 2);
  const days = /^(\d{2})?(\d{2})(\d{2})(\d{2})$/.exec(date ?? '');
  const hours = /^(\d{2})(\d{2})/.exec(time ?? '');
  if (!days || !hours) return undefined;
  const [, century = '20', year, month, day] = days;
  const instant = new Date(`${century}${year}-${month}-${day}T${hours[1]}:${hours[2]}:00.000Z`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

const A_DAY_MS = 86_400_000;

/**
 * When an interchange was made, for the order of a partner's documents: as its sender says, whatever its time zone. A
 * clock that is more than a day ahead is wrong; its documents would be the newest until that day comes.
 */
export function madeAt(interchange: Pick<Interchange, 'syntax' | 'header'>, receivedAt: string): string {
  const stated = dateTimeOf(interchange);
  const isPossible = stated !== undefined && Date.parse(stated) - Date.parse(receivedAt) <= A_DAY_MS;
  return isPossible ? stated : receivedAt;
}
