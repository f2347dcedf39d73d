import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { Answer, AuditEntry } from '#contracts/client.ts';
import { Problem } from '../../parts/problem.tsx';
import type { PageOf } from '../../parts/use-pages.ts';
import { type Collected, collect, MOST_ROWS } from './collect.ts';
import type { Question } from './question.ts';
import { saveFile } from './save-file.ts';

interface ExportCsvProps {
  readonly question: Question;
  readonly fetchPage: (cursor: string | undefined) => Promise<Answer<PageOf<AuditEntry>>>;
  readonly matches: ((entry: AuditEntry) => boolean) | undefined;
}

/** Fetches all that is filtered, to the end, and saves it as a file. */
export function ExportCsv(props: ExportCsvProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button iconName="download" onClick={() => setOpen(true)}>
        Export CSV
      </Button>
      {open && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({
  question,
  fetchPage,
  matches,
  onClose,
}: ExportCsvProps & { readonly onClose: () => void }) {
  const [rows, setRows] = useState<number>();
  const [ended, setEnded] = useState<Collected<AuditEntry>>();
  const [error, setError] = useState<unknown>();
  const stop = useRef(new AbortController());
  const running = rows !== undefined && !ended && error === undefined;

  const run = async () => {
    setRows(0);
    setError(undefined);
    stop.current = new AbortController();
    const { signal } = stop.current;
    try {
      const found = await collect(fetchPage, { matches, signal, onProgress: setRows });
      if (found.end !== 'stopped') await save(found.rows, question);
      setEnded(found);
    } catch (failure) {
      setError(failure);
    }
  };
  const close = () => {
    stop.current.abort();
    onClose();
  };

  return (
    <Modal
      visible
      header="Export the audit"
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {ended ? 'Close' : 'Cancel'}
            </Button>
            {!ended && (
              <Button variant="primary" loading={running} onClick={() => void run()}>
                Export
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">
          Everything the filters show is fetched to the end, {MOST_ROWS.toLocaleString()} entries at most, and
          saved as a file for a spreadsheet. What a spreadsheet would take for a formula is marked with an
          apostrophe.
        </Box>
        {rows !== undefined && (
          <ProgressBar
            label="Entries"
            value={ended ? 100 : Math.min(99, (100 * rows) / MOST_ROWS)}
            status={ended ? 'success' : error === undefined ? 'in-progress' : 'error'}
            additionalInfo={`${rows.toLocaleString()} so far`}
            resultText={ended ? endText(ended) : 'It was not saved.'}
          />
        )}
        {error !== undefined && <Problem error={error} />}
      </SpaceBetween>
    </Modal>
  );
}

async function save(entries: readonly AuditEntry[], question: Question): Promise<void> {
  // Loaded only now: most people who look at the audit save nothing.
  const { auditCsv } = await import('./csv.ts');
  const about = Object.values(question)
    .join('')
    .replaceAll(/[^a-z0-9@.-]+/gi, '-');
  saveFile(`audit-${about}.csv`, 'text/csv;charset=utf-8', auditCsv(entries));
}

const endText = ({ rows, end }: Collected<AuditEntry>): string =>
  end === 'cut'
    ? `${rows.length.toLocaleString()} entries are saved. There are more: filter by day to save the rest.`
    : `${rows.length.toLocaleString()} entries are saved, that is all of them.`;
