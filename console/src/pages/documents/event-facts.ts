import { words } from '../../parts/format.ts';

/** What an event said besides its record's own id, as short facts: `file name: week-48.csv`. Pure. */
export function factsOf(data: object, id: string): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === id || value === null || typeof value === 'object') return [];
    const label = words(name.replaceAll(/([A-Z])/g, '-$1').toLowerCase());
    return [`${label.slice(0, 1).toLowerCase()}${label.slice(1)}: ${String(value)}`];
  });
}
