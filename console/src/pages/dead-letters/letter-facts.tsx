import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { DeadLetterWithMessage } from '#contracts/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { linkTo } from '../../parts/filters.ts';
import { bytesText, words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { PageLink } from '../../parts/page-link.tsx';

/** What is known of a dead letter, with links to what it is about. */
export function LetterFacts({ letter }: { readonly letter: DeadLetterWithMessage }) {
  const { queue, consumer, carries, about, died, settled, messageGroup } = letter;
  const { recordType, recordId, sequence } = carries;
  return (
    <Container header={<Header variant="h2">What it is</Header>}>
      <Facts
        facts={[
          { label: 'Queue', value: <PageLink href={linkTo('/dead-letters', { queue })}>{queue}</PageLink> },
          { label: 'Worked on by', value: consumer ?? 'Nobody: it is news, and can only be discarded' },
          {
            label: recordType ? words(recordType) : 'Record',
            value: recordType && recordId && (
              <EntityLink type={recordType} id={recordId}>
                {recordId}
                {sequence === undefined ? '' : `, change ${sequence}`}
              </EntityLink>
            ),
          },
          {
            label: 'Correlation id',
            value: about && <PageLink href={linkTo('/documents', { find: about })}>{about}</PageLink>,
          },
          { label: 'Died', value: died.at && <Instant at={died.at} /> },
          { label: 'First seen here', value: <Instant at={letter.firstSeenAt} /> },
          { label: 'Last seen here', value: <Instant at={letter.lastSeenAt} /> },
          { label: 'Times it was tried', value: letter.receives },
          { label: 'Times it came back', value: letter.returns },
          { label: 'Keeps its order in', value: messageGroup },
          { label: 'Size', value: bytesText(letter.sizeBytes) },
          {
            label: settled?.exceptionId ? 'Moved by' : 'Discarded by',
            value: settled && (
              <>
                {settled.by}, <Instant at={settled.at} />: {settled.reason}
              </>
            ),
          },
          {
            label: 'Exception',
            value: settled?.exceptionId && <EntityLink type="exception" id={settled.exceptionId} />,
          },
        ]}
      />
    </Container>
  );
}
