import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi } from '../../api/client.ts';
import { usual } from '../../parts/pace.ts';
import { PaceField } from '../../parts/pace-field.tsx';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { type Queue, waitingIn } from './redrive-requests.ts';
import { classText } from './wording.ts';

const everything = '';

/** Sends back all that waits in a queue, or all that died of one thing, at a chosen speed. */
export function RedriveAll({ queue }: { readonly queue: Queue }) {
  const api = useApi();
  const navigate = useNavigate();
  const [reasonClass, setReasonClass] = useState(everything);
  const [perSecond, setPerSecond] = useState(usual);
  if (queue.consumer === undefined || queue.waiting === 0) return null;

  const only = reasonClass === everything ? undefined : reasonClass;
  const options = [
    { value: everything, label: `Everything that waits (${queue.waiting})` },
    ...queue.classes.map(({ class: one, count }) => ({ value: one, label: `${classText(one)} (${count})` })),
  ];
  const run = async (reason: string) => {
    const { data } = await api.startRedrive({
      body: {
        queue: queue.queue,
        selection: { kind: 'all', ...(only !== undefined && { class: only }) },
        perSecond,
        reason,
      },
    });
    void navigate(`/redrives/${encodeURIComponent(data.id)}`);
  };
  return (
    <ReasonAction
      scope="dead-letters.redrive"
      label="Redrive all"
      title={`Redrive "${queue.queue}"`}
      explain={`The messages go back to the queue they came from, and ${queue.consumer} works on them again. What it has already done it recognises. What still fails comes back here, marked. Messages that arrive from now on wait.`}
      disabled={queue.redriveId !== undefined}
      disabledReason="A redrive of this queue is running."
      run={run}
      done={`The redrive of "${queue.queue}" has begun.`}
    >
      <FormField label="Which">
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === reasonClass) ?? null}
          onChange={({ detail }) => setReasonClass(detail.selectedOption.value ?? everything)}
        />
      </FormField>
      <PaceField
        perSecond={perSecond}
        onChange={setPerSecond}
        count={waitingIn(queue, only)}
        things="messages"
      />
    </ReasonAction>
  );
}
