import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { Posting } from '#contracts/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Instant } from '../../parts/instant.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';

/** How far the order is on its way into the system of record. */
export const PostingFacts = ({ posting }: { readonly posting: Posting }) => (
  <Container
    header={
      <Header variant="h2" info={<StateBadge state={posting.state} />}>
        On its way into {posting.system}
      </Header>
    }
  >
    <Facts
      facts={[
        { label: 'System', value: <EntityLink type="system" id={posting.system} /> },
        { label: 'Found there by', value: <code>{posting.reference}</code> },
        { label: 'Attempts', value: String(posting.attempts) },
        { label: 'Why it waits', value: posting.reason },
        { label: 'Looked at again', value: posting.dueAt && <Instant at={posting.dueAt} relative /> },
      ]}
    />
  </Container>
);
