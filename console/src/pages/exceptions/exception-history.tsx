import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Exception } from '#contracts/client.ts';
import { History } from '../../parts/history.tsx';
import { historyOf } from './history-steps.ts';

/** What happened to it so far. */
export function ExceptionHistory({ exception }: { readonly exception: Exception }) {
  return (
    <Container header={<Header variant="h2">History</Header>}>
      <History steps={historyOf(exception)} />
    </Container>
  );
}
