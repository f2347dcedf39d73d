import { useCallback, useMemo } from 'react';
import type { AuditEntry } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Page } from '../../parts/page.tsx';
import { ResourceTable } from '../../parts/resource-table.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useNow } from '../../parts/use-now.ts';
import { columns } from './columns.tsx';
import { ExportCsv } from './export-csv.tsx';
import { filterNames, matcherOf, type Question, questionOf, utcDay } from './question.ts';

const PAGE = 50;

/** The audit of a day, of one record or setting, or of one actor; newest first. */
export function AuditPage() {
  const api = useApi();
  const [filters, setFilters] = useFilters(filterNames);
  const today = utcDay(new Date(useNow()));
  const question = useMemo(() => questionOf(filters, today), [filters, today]);
  const matches = useMemo(() => matcherOf(filters, question), [filters, question]);
  const fetchPage = useCallback(
    (cursor: string | undefined) =>
      api.listAuditEntries({ limit: PAGE, ...question, ...(cursor && { cursor }) }),
    [api, question],
  );
  return (
    <Page
      title="Audit"
      description="Every change that a person, a partner or a function made: kept in the same write as the change, and never changed afterwards."
    >
      <ResourceTable<AuditEntry>
        things="entries"
        title={titleOf(question)}
        queryKey={['audit', question]}
        fetchPage={fetchPage}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={({ action, target }) => `${action} ${target}`}
        matches={matches}
        filters={
          <FilterBar
            filters={[
              { kind: 'date', name: 'day', label: 'Day (UTC)' },
              {
                kind: 'text',
                name: 'target',
                label: 'Record or setting',
                placeholder: 'purchase-order#po-…',
              },
              { kind: 'text', name: 'actor', label: 'Who', placeholder: 'person:name@example.com' },
              { kind: 'text', name: 'action', label: 'Action', placeholder: 'approve' },
            ]}
            values={filters}
            onChange={setFilters}
          />
        }
        actions={<ExportCsv question={question} fetchPage={fetchPage} matches={matches} />}
        empty={{ title: 'Nothing was done', hint: 'Choose another day, a record or an actor.' }}
      />
    </Page>
  );
}

function titleOf(question: Question): string {
  if ('target' in question) return `About ${question.target}`;
  if ('actor' in question) return `By ${question.actor}`;
  return `On ${question.day} (UTC)`;
}
