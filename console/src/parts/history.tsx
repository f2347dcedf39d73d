import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';
import { Empty } from './empty.tsx';
import { Instant } from './instant.tsx';

export interface HistoryStep {
  readonly id: string;
  readonly at: string;
  /** What happened, in words. */
  readonly what: ReactNode;
  /** Who did it, when a person or a system is known. */
  readonly by?: string | undefined;
  /** Why, or further details. */
  readonly more?: ReactNode;
}

/** What happened to a record, newest first. */
export function History({ steps }: { readonly steps: readonly HistoryStep[] }) {
  if (steps.length === 0) return <Empty title="Nothing has happened yet" />;
  const newest = [...steps].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="history">
      {newest.map(({ id, at, what, by, more }) => (
        <li key={id}>
          <Box>
            {what}
            {by && <> · {by}</>}
          </Box>
          {more && <Box variant="p">{more}</Box>}
          <Box color="text-body-secondary" fontSize="body-s">
            <Instant at={at} />
          </Box>
        </li>
      ))}
    </ol>
  );
}
