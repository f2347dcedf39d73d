import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import { useApi } from '../api/client.ts';
import { every } from '../api/query-client.ts';
import { useRecord } from '../api/use-record.ts';
import { Problem } from '../parts/problem.tsx';
import { useSession } from '../session/context.ts';
import { MeProvider } from '../session/me.ts';

/** Asks the API who signed in; shows nothing of the console before it is known. */
export function WhoIsHere({ children }: { readonly children: ReactNode }) {
  const { session } = useSession();
  const api = useApi();
  const me = useRecord(['me'], () => api.getMe(), { interval: every.minute });
  if (me.data) return <MeProvider value={me.data.data}>{children}</MeProvider>;
  return (
    <main>
      <Box padding="xxl" textAlign={me.error ? 'left' : 'center'}>
        {me.error ? (
          <SpaceBetween size="m">
            <Box variant="h1">Crossdock</Box>
            <Problem error={me.error} />
            <SpaceBetween size="xs" direction="horizontal">
              <Button onClick={() => void me.refetch()}>Try again</Button>
              <Button onClick={() => void session.signOut()}>Sign in as somebody else</Button>
            </SpaceBetween>
          </SpaceBetween>
        ) : (
          <Spinner size="large" />
        )}
      </Box>
    </main>
  );
}
