import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { HistoryEntry } from '#contracts/client.ts';
import { linkTo } from '../../parts/filters.ts';
import { words } from '../../parts/format.ts';
import { History } from '../../parts/history.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { factsOf } from './event-facts.ts';

interface RecordHistoryProps {
  readonly id: string;
  readonly history: readonly HistoryEntry[];
}

/** What happened to a record, as its events tell it, with what else happened on the same occasion. */
export function RecordHistory({ id, history }: RecordHistoryProps) {
  const correlation = history[0]?.correlationId;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            correlation && (
              <PageLink href={linkTo('/documents', { find: correlation })}>
                Everything of the same occasion
              </PageLink>
            )
          }
        >
          History
        </Header>
      }
    >
      <History
        steps={history.map(({ sequence, at, event, data }) => ({
          id: String(sequence),
          at,
          what: words(event.replace(/^crossdock\./, '').replace(/\.v\d+$/, '')),
          more: factsOf(data, id).join(' · '),
        }))}
      />
    </Container>
  );
}
