import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  /** Left out when there is nothing to say. */
  readonly value: ReactNode;
}

/** What is known of a record, label over value; facts without a value are left out. */
export function Facts({
  facts,
  columns = 4,
}: {
  readonly facts: readonly Fact[];
  readonly columns?: number;
}) {
  const known = facts.filter(
    ({ value }) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  return <KeyValuePairs columns={columns} items={known.map(({ label, value }) => ({ label, value }))} />;
}
