import Autosuggest from '@cloudscape-design/components/autosuggest';
import FormField from '@cloudscape-design/components/form-field';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/client.ts';

interface FoundFieldProps {
  readonly label: string;
  readonly description: string;
  /** The record's type as the API names it: only these are suggested. */
  readonly type: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const SHORTEST = 2;

/** The id of one of our records, found by any of its numbers; an id may also be typed as it is. */
export function FoundField({ label, description, type, value, onChange }: FoundFieldProps) {
  const api = useApi();
  const q = value.trim();
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: () => api.search({ q }),
    enabled: q.length >= SHORTEST,
    staleTime: 60_000,
  });
  const options = (found.data?.data.entries ?? [])
    .filter((entry) => entry.type === type)
    .map(({ id, title, matched }) => ({ value: id, description: title, tags: [matched] }));
  return (
    <FormField label={label} description={description}>
      <Autosuggest
        value={value}
        ariaRequired
        ariaLabel={label}
        options={options}
        statusType={found.isFetching ? 'loading' : 'finished'}
        loadingText="Looking…"
        empty={q.length < SHORTEST ? 'Enter at least two characters' : 'Nothing has this number'}
        filteringType="manual"
        enteredTextLabel={(text) => `Use: ${text}`}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
