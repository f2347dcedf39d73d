import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useStandstill } from '../api/while-deciding.ts';
import { useMay } from '../session/me.ts';
import { problemText } from './problem-text.ts';
import type { ReasonNeed } from './reason-dialog.tsx';
import { type Outcome, runAll } from './run-all.ts';

interface BulkActionProps<T> {
  /** What the button needs; it is absent for whoever lacks it. */
  readonly scope: string;
  /** A verb: `Claim`. */
  readonly label: string;
  readonly things: string;
  readonly chosen: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly explain: ReactNode;
  readonly reason?: ReasonNeed;
  /** Does it for one. */
  readonly run: (item: T, reason: string) => Promise<unknown>;
  /** After the dialog is closed, when at least one was done: clear the selection. */
  readonly onDone?: () => void;
}

/** A button that does one thing for every chosen row, a few at a time, and says which failed and why. */
export function BulkAction<T>(props: BulkActionProps<T>) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(props.scope)) return null;
  return (
    <>
      <Button disabled={props.chosen.length === 0} onClick={() => setOpen(true)}>
        {props.chosen.length > 0 ? `${props.label} ${props.chosen.length}` : props.label}
      </Button>
      {open && <BulkDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function BulkDialog<T>(props: BulkActionProps<T> & { readonly onClose: () => void }) {
  const { label, things, reason: need = 'none', explain, onClose } = props;
  // What was chosen when the dialog opened: a list that refreshes behind it changes nothing.
  const [items] = useState(props.chosen);
  useStandstill();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<number>();
  const [outcomes, setOutcomes] = useState<readonly Outcome<T>[]>();
  const stop = useRef(new AbortController());
  const missing = need === 'required' && reason.trim() === '';
  const running = done !== undefined && outcomes === undefined;

  const run = async () => {
    setDone(0);
    const all = await runAll(items, (item) => props.run(item, reason.trim()), {
      signal: stop.current.signal,
      onProgress: setDone,
    });
    setOutcomes(all);
    await queries.invalidateQueries();
  };
  const close = () => {
    if (running) return;
    onClose();
    if (outcomes) props.onDone?.();
  };

  return (
    <Modal
      visible
      header={`${label} ${items.length} ${things}`}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {running && <Button onClick={() => stop.current.abort()}>Stop</Button>}
            {!running && (
              <Button variant={outcomes ? 'primary' : 'link'} onClick={close}>
                {outcomes ? 'Close' : 'Cancel'}
              </Button>
            )}
            {!outcomes && (
              <Button variant="primary" loading={running} disabled={missing} onClick={() => void run()}>
                {label}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">{explain}</Box>
        {need !== 'none' && done === undefined && (
          <FormField label="Reason" description="It is kept with each of them, with your name.">
            <Textarea
              value={reason}
              rows={3}
              ariaRequired={need === 'required'}
              onChange={({ detail }) => setReason(detail.value.slice(0, 500))}
            />
          </FormField>
        )}
        {done !== undefined && (
          <ProgressBar
            value={(100 * done) / Math.max(items.length, 1)}
            label={label}
            additionalInfo={`${done} of ${items.length}`}
            status={outcomes ? (outcomes.some(({ error }) => error) ? 'error' : 'success') : 'in-progress'}
            resultText={outcomes ? resultOf(outcomes, items.length) : ''}
          />
        )}
        {outcomes && <Failures outcomes={outcomes} nameOf={props.nameOf} />}
      </SpaceBetween>
    </Modal>
  );
}

function resultOf(outcomes: readonly Outcome<unknown>[], asked: number): string {
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  const untouched = asked - outcomes.length;
  const parts = [`${outcomes.length - failed} done`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (untouched > 0) parts.push(`${untouched} left as they were`);
  return `${parts.join(', ')}.`;
}

function Failures<T>(props: {
  readonly outcomes: readonly Outcome<T>[];
  readonly nameOf: (item: T) => string;
}) {
  const failed = props.outcomes.filter(({ error }) => error !== undefined);
  if (failed.length === 0) return null;
  return (
    <ul>
      {failed.map(({ item, error }) => {
        const { title, detail } = problemText(error);
        const name = props.nameOf(item);
        return (
          <li key={name}>
            <b>{name}</b>: {title}. {detail}
          </li>
        );
      })}
    </ul>
  );
}
