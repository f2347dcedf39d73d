import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Exception } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { words } from '../../parts/format.ts';

/** What we expected beside what came. */
export function Evidence({ exception }: { readonly exception: Exception }) {
  return (
    <Table
      header={
        <Header variant="h2" description="What we expected, beside what came.">
          Evidence
        </Header>
      }
      items={exception.evidence}
      wrapLines
      ariaLabels={{ tableLabel: 'Evidence' }}
      columnDefinitions={[
        { id: 'what', header: 'What', cell: ({ what }) => words(what), isRowHeader: true, width: 220 },
        { id: 'expected', header: 'Expected', cell: ({ expected }) => expected ?? '–' },
        { id: 'received', header: 'Received', cell: ({ received }) => <b>{received ?? '–'}</b> },
      ]}
      empty={<Empty title="There is nothing to compare" hint="The title says what happened." />}
    />
  );
}
