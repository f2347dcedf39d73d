import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CrossdockError } from '#contracts/client.ts';
import { Problem } from './problem.tsx';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is loading: `the order`. */
  readonly what: string;
  /** What to show where there is none (404), when that is no mistake: it may not be known yet. */
  readonly absent?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/**
 * Draws what a query answered: `<Loaded query={order} what="the order">{({ data, etag }) => …}</Loaded>`.
 * Says so while it loads or when it fails; what was there before stays when a later look fails.
 */
export function Loaded<T>({ query, what, absent, children }: LoadedProps<T>) {
  if (absent !== undefined && notThere(query.error)) return absent;
  if (query.data !== undefined) {
    return (
      <>
        {query.error && <Problem error={query.error} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) {
    return (
      <Problem error={query.error} action={<Button onClick={() => void query.refetch()}>Try again</Button>} />
    );
  }
  return (
    <Box textAlign="center" padding="xxl">
      <Spinner size="large" /> Loading {what}…
    </Box>
  );
}

const notThere = (error: unknown): boolean => error instanceof CrossdockError && error.problem.status === 404;
