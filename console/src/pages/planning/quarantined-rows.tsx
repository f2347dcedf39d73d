import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { DownloadLink } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';

type Row = DownloadLink['first'][number];

/** Links work for five minutes. */
const FRESH_MILLISECONDS = 4 * 60_000;

/** The rows that were not taken: the first here, with line and reason, all of them to download. */
export function QuarantinedRows({ releaseId }: { readonly releaseId: string }) {
  const api = useApi();
  const query = useRecord(['quarantined', releaseId], () => api.downloadQuarantinedRows({ releaseId }), {
    interval: FRESH_MILLISECONDS,
  });
  return (
    <Loaded
      query={query}
      what="the quarantined rows"
      absent={
        <Empty title="The quarantined rows are not there yet" hint="They come with the end of the check." />
      }
    >
      {({ data: { rows, first, url } }) => (
        <Table<Row>
          items={first}
          trackBy={({ line }) => String(line)}
          wrapLines
          header={
            <Header
              variant="h2"
              counter={`(${first.length < rows ? `${first.length} of ${rows}` : rows})`}
              description="Rows that were not taken. Correct them at their source and send them again."
              actions={
                <Button href={url} iconName="download" target="_blank">
                  Download all {new Intl.NumberFormat().format(rows)}
                </Button>
              }
            >
              Quarantined rows
            </Header>
          }
          ariaLabels={{ tableLabel: 'Quarantined rows' }}
          empty={<Empty title="No row can be shown here" hint="Download them to see them." />}
          columnDefinitions={[
            { id: 'line', header: 'Line of the file', isRowHeader: true, cell: ({ line }) => line },
            { id: 'reason', header: 'Why it was not taken', cell: ({ reason }) => reason },
            { id: 'row', header: 'The row as it came', cell: ({ row }) => <code>{row}</code> },
          ]}
        />
      )}
    </Loaded>
  );
}
