import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import type { Filters } from './filters.ts';

/** One thing to filter by. `any` is what an unset choice is called; without it a choice is always made. */
export type Filter<N extends string> =
  | {
      readonly kind: 'choice';
      readonly name: N;
      readonly label: string;
      readonly any?: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'text'; readonly name: N; readonly label: string; readonly placeholder?: string }
  | { readonly kind: 'date'; readonly name: N; readonly label: string };

interface FilterBarProps<N extends string> {
  readonly filters: readonly Filter<N>[];
  readonly values: Filters<N>;
  readonly onChange: (changes: Filters<N>) => void;
}

/** A row of filters; see `useFilters` for where their values live. */
export function FilterBar<N extends string>({ filters, values, onChange }: FilterBarProps<N>) {
  const set = (name: N, value: string | undefined) => onChange({ [name]: value } as Filters<N>);
  const used = filters.filter(({ name }) => values[name] !== undefined);
  const clear = () => onChange(Object.fromEntries(used.map(({ name }) => [name, undefined])) as Filters<N>);
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="end">
      {filters.map((filter) => (
        <FormField key={filter.name} label={filter.label}>
          <Field filter={filter} value={values[filter.name]} onChange={(value) => set(filter.name, value)} />
        </FormField>
      ))}
      {used.length > 0 && (
        <Button variant="link" onClick={clear}>
          Clear filters
        </Button>
      )}
    </SpaceBetween>
  );
}

interface FieldProps {
  readonly filter: Filter<string>;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Field({ filter, value, onChange }: FieldProps) {
  switch (filter.kind) {
    case 'choice':
      return <Choice filter={filter} value={value} onChange={onChange} />;
    case 'text':
      return <Text filter={filter} value={value} onChange={onChange} />;
    case 'date':
      return (
        <DatePicker
          value={value ?? ''}
          placeholder="YYYY-MM-DD"
          onChange={({ detail }) => onChange(detail.value || undefined)}
          openCalendarAriaLabel={(chosen) =>
            `${filter.label}: choose a day${chosen ? `, now ${chosen}` : ''}`
          }
        />
      );
  }
}

function Choice({
  filter,
  value,
  onChange,
}: FieldProps & { readonly filter: Filter<string> & { kind: 'choice' } }) {
  const options = [
    ...(filter.any === undefined ? [] : [{ value: '', label: filter.any }]),
    ...filter.options,
  ];
  return (
    <Select
      selectedOption={options.find((option) => option.value === (value ?? '')) ?? options[0] ?? null}
      options={options}
      onChange={({ detail }) => onChange(detail.selectedOption.value || undefined)}
      expandToViewport
    />
  );
}

const SETTLES_MILLISECONDS = 400;

/** Applied when the person pauses, so that not every letter asks the API. */
function Text({
  filter,
  value,
  onChange,
}: FieldProps & { readonly filter: Filter<string> & { kind: 'text' } }) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  useEffect(() => {
    if (typed.trim() === (value ?? '')) return;
    const timer = setTimeout(() => onChange(typed.trim() || undefined), SETTLES_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      value={typed}
      placeholder={filter.placeholder ?? ''}
      clearAriaLabel={`Clear ${filter.label}`}
      onChange={({ detail }) => setTyped(detail.value)}
    />
  );
}
