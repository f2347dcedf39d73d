import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { Empty } from '../../parts/empty.tsx';
import type { Finding } from './mark-segments.ts';

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** What is said when there is none. */
  readonly none: string;
}

/** What was found wrong: where, what, and by which rule. */
export function Findings({ findings, none }: FindingsProps) {
  return (
    <Table<Finding>
      items={findings}
      trackBy={({ code, at, message }) => `${at} ${code} ${message}`}
      wrapLines
      header={
        <Header variant="h2" counter={`(${findings.length})`}>
          Findings
        </Header>
      }
      ariaLabels={{ tableLabel: 'Findings' }}
      empty={<Empty title={none} />}
      columnDefinitions={[
        { id: 'message', header: 'What is wrong', isRowHeader: true, cell: ({ message }) => message },
        { id: 'at', header: 'Where', cell: ({ at }) => at },
        { id: 'code', header: 'Code', cell: ({ code }) => <code>{code}</code> },
      ]}
    />
  );
}
