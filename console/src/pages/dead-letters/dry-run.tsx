import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import type { Rehearsal } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { Effects } from '../../parts/effects.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { Problem } from '../../parts/problem.tsx';
import { classText } from './wording.ts';

/** Tries what would happen if the message were sent back now; nothing is changed by it. */
export function DryRun({ id, consumer }: { readonly id: string; readonly consumer: string }) {
  const api = useApi();
  const rehearsal = useMutation({ mutationFn: () => api.rehearseDeadLetter({ deadLetterId: id }) });
  const found = rehearsal.data?.data;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Lets ${consumer} work on it for show: it reads, and what it would change is noted and not done.`}
          actions={
            <Button loading={rehearsal.isPending} onClick={() => rehearsal.mutate()}>
              {found ? 'Try again' : 'Try it'}
            </Button>
          }
        >
          What would happen now?
        </Header>
      }
    >
      <div aria-live="polite">
        {rehearsal.error && <Problem error={rehearsal.error} />}
        {!rehearsal.error && found && <Result rehearsal={found} />}
        {!rehearsal.error && !found && (
          <Box color="text-body-secondary">It was not tried since you opened this page.</Box>
        )}
      </div>
    </Container>
  );
}

function Result({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { outcome, effects, problem, at } = rehearsal;
  const works = outcome === 'would-succeed';
  return (
    <SpaceBetween size="m">
      <Alert
        type={works ? 'success' : 'error'}
        header={
          works ? 'It would be worked on' : `It would fail again: ${classText(problem?.code ?? 'unknown')}`
        }
      >
        {problem && (
          <SpaceBetween size="xxs">
            <span>{problem.detail}</span>
            {problem.hint && <span>{problem.hint}</span>}
            {problem.repairedBy && <span>Repaired by: {words(problem.repairedBy)}</span>}
          </SpaceBetween>
        )}
        {!problem && 'The cause seems to be repaired: send it back.'}
      </Alert>
      <div>
        <Box variant="h3">{works ? 'It would' : 'Before it failed, it would'}</Box>
        {effects.length === 0 ? (
          <Box color="text-body-secondary">
            Change nothing{works ? ': it was done already, or there is nothing to do' : ''}.
          </Box>
        ) : (
          <Effects effects={effects} />
        )}
      </div>
      <Box color="text-body-secondary" fontSize="body-s">
        As of <Instant at={at} />
      </Box>
    </SpaceBetween>
  );
}
