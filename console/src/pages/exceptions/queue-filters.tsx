import { type Filter, FilterBar } from '../../parts/filter-bar.tsx';
import type { Filters } from '../../parts/filters.ts';
import { words } from '../../parts/format.ts';
import type { LocalFilter } from './match-exception.ts';
import { kindsOf, type Owner } from './queues.ts';

type Name = LocalFilter | 'state';

interface QueueFiltersProps {
  readonly queue: Owner;
  readonly values: Filters<Name>;
  readonly onChange: (changes: Filters<Name>) => void;
}

const option = (value: string, label: string = words(value)) => ({ value, label });

/** State is the API's to filter; the others are looked for among what is loaded. */
export function QueueFilters({ queue, values, onChange }: QueueFiltersProps) {
  const filters: readonly Filter<Name>[] = [
    { kind: 'choice', name: 'state', label: 'State', any: 'Open', options: [option('resolved', 'Decided')] },
    {
      kind: 'choice',
      name: 'kind',
      label: 'Kind',
      any: 'Every kind',
      options: [...kindsOf[queue], 'dead-letter'].map((kind) => option(kind)),
    },
    {
      kind: 'choice',
      name: 'severity',
      label: 'Severity',
      any: 'Any',
      options: [option('high'), option('medium'), option('low')],
    },
    {
      kind: 'choice',
      name: 'claim',
      label: 'Claimed by',
      any: 'Anybody',
      options: [option('mine', 'Me'), option('nobody', 'Nobody yet'), option('others', 'Somebody else')],
    },
    { kind: 'text', name: 'partner', label: 'Partner', placeholder: 'Part of its id' },
    { kind: 'text', name: 'supplier', label: 'Supplier', placeholder: 'Part of its id' },
  ];
  return <FilterBar filters={filters} values={values} onChange={onChange} />;
}
