import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { DeadLetterWithMessage } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { CodeView } from '../../parts/code-view.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { DryRun } from './dry-run.tsx';
import { LetterFacts } from './letter-facts.tsx';
import { LetterTrail } from './letter-trail.tsx';
import { RedriveChosen } from './redrive-chosen.tsx';
import { Discard, MoveToException } from './settle.tsx';
import { canRedrive, carriesText, classText, isOpen } from './wording.ts';

const above = [{ text: 'Dead letters', href: '/dead-letters' }];

/** One dead letter: what it is, why it died, what would happen now, and what can be done. */
export function DeadLetterPage() {
  const { id = '' } = useParams();
  const api = useApi();
  const letter = useRecord(['dead-letter', id], () => api.getDeadLetter({ deadLetterId: id }));
  const found = letter.data?.data;
  return (
    <Page
      title={found ? carriesText(found.carries) : 'Dead letter'}
      above={above}
      info={found && <StateBadge state={found.state} />}
      actions={found && isOpen(found) && <Actions letter={found} etag={letter.data?.etag} />}
    >
      <Loaded query={letter} what="the dead letter">
        {({ data }) => <Content letter={data} />}
      </Loaded>
    </Page>
  );
}

function Actions(props: { readonly letter: DeadLetterWithMessage; readonly etag: string | undefined }) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Discard {...props} />
      <MoveToException {...props} />
      {canRedrive(props.letter) && (
        <RedriveChosen chosen={[props.letter]} onDone={() => undefined} label="Redrive" />
      )}
    </SpaceBetween>
  );
}

function Content({ letter }: { readonly letter: DeadLetterWithMessage }) {
  const { died, hint, message, truncated, returns } = letter;
  return (
    <SpaceBetween size="l">
      {returns > 0 && isOpen(letter) && (
        <Alert
          type="warning"
          header={`It came back ${returns === 1 ? 'once' : `${returns} times`} after it was sent back`}
        >
          Redriving it again without repairing the cause brings it back once more. Look at what would happen
          first.
        </Alert>
      )}
      <Container header={<Header variant="h2">Why it died: {classText(died.class)}</Header>}>
        <SpaceBetween size="s">
          <span>{died.detail}</span>
          {hint && <span>{hint}</span>}
        </SpaceBetween>
      </Container>
      <LetterFacts letter={letter} />
      {isOpen(letter) && letter.consumer !== undefined && (
        <DryRun id={letter.id} consumer={letter.consumer} />
      )}
      <Container
        header={
          <Header
            variant="h2"
            description={truncated ? 'It is longer than what is shown: the beginning of it.' : undefined}
          >
            The message
          </Header>
        }
      >
        <CodeView text={message} label="The message" />
      </Container>
      <LetterTrail letter={letter} />
    </SpaceBetween>
  );
}
