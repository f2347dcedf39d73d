import { useState } from 'react';
import type { Filters } from '../../parts/filters.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { type Field, fields } from './selection.ts';

/**
 * What is chosen in the form. It begins with what the address says and is written there, so that it can be sent to a
 * colleague; the form itself does not wait for the address, which follows a moment after each key.
 */
export function useKeptChoice(): readonly [Filters<Field>, (changes: Filters<Field>) => void] {
  const [kept, keep] = useFilters(fields);
  const [values, setValues] = useState(kept);
  const change = (changes: Filters<Field>): void => {
    const merged = { ...values, ...changes };
    const given = Object.entries(merged).filter(([, value]) => value?.trim());
    setValues(Object.fromEntries(given));
    keep(merged);
  };
  return [values, change];
}
