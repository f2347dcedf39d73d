import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Textarea from '@cloudscape-design/components/textarea';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { changedMeanwhile } from '../api/query-client.ts';
import { useStandstill } from '../api/while-deciding.ts';
import { useNotify } from '../app/notices.tsx';
import { Problem } from './problem.tsx';

/** Whether the API wants to know why. */
export type ReasonNeed = 'required' | 'optional' | 'none';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly explain: ReactNode;
  /** The button that does it: a verb. */
  readonly confirm: string;
  readonly reason?: ReasonNeed;
  /** Further fields, between the explanation and the reason. */
  readonly children?: ReactNode;
  /** False while those fields are not complete. */
  readonly ready?: boolean;
  /** What is missing then, said when the person goes on all the same. */
  readonly notReady?: string;
  /** Does it; resolves when the API has agreed. */
  readonly run: (reason: string) => Promise<unknown>;
  /** Said above the page afterwards. */
  readonly done: ReactNode;
  readonly onClose: () => void;
}

const LONGEST_REASON = 500;

/**
 * Asks before something is changed: what will happen, and why the person wants it. Stays open with the problem when
 * it is refused; when the record has changed meanwhile, offers to show what it is now. Render it only while open.
 */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, explain, confirm, reason: need = 'required', ready = true, notReady, onClose } = props;
  useStandstill();
  const queries = useQueryClient();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const missing = need === 'required' && reason.trim() === '';

  const run = async () => {
    setAsked(true);
    if (missing || !ready) return;
    setRunning(true);
    setError(undefined);
    try {
      await props.run(reason.trim());
      notify({ type: 'success', text: props.done });
      onClose();
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure);
      setRunning(false);
    }
  };
  const lookAgain = () => {
    onClose();
    void queries.invalidateQueries();
  };

  return (
    <Modal
      visible
      header={title}
      onDismiss={() => !running && onClose()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" disabled={running} onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={running} onClick={() => void run()}>
              {confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">{explain}</Box>
        {props.children}
        {asked && !ready && (
          <div role="alert">
            <StatusIndicator type="error">{notReady ?? 'Something is not filled in yet.'}</StatusIndicator>
          </div>
        )}
        {need !== 'none' && (
          <FormField
            label={need === 'required' ? 'Reason' : 'Reason (if you like)'}
            description="It is kept with your name."
            constraintText={`${reason.length} of ${LONGEST_REASON} characters`}
            errorText={asked && missing ? 'Say why, so that others understand it later.' : ''}
          >
            <Textarea
              value={reason}
              rows={3}
              ariaRequired={need === 'required'}
              onChange={({ detail }) => setReason(detail.value.slice(0, LONGEST_REASON))}
            />
          </FormField>
        )}
        {error !== undefined && (
          <Problem
            error={error}
            action={changedMeanwhile(error) && <Button onClick={lookAgain}>Show what it is now</Button>}
          />
        )}
      </SpaceBetween>
    </Modal>
  );
}
