import Button from '@cloudscape-design/components/button';
import { useRef, useState } from 'react';
import type { DeadLetter } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { counted } from '../../parts/format.ts';
import { usual } from '../../parts/pace.ts';
import { PaceField } from '../../parts/pace-field.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useMay } from '../../session/me.ts';
import { MOST_AT_ONCE, partsOf } from './redrive-requests.ts';

interface RedriveChosenProps {
  readonly chosen: readonly DeadLetter[];
  readonly onDone: () => void;
  /** The button's word where it stands for one; `Redrive` and the number otherwise. */
  readonly label?: string;
}

/** Sends the chosen ones back: one redrive a queue. */
export function RedriveChosen({ chosen, onDone, label }: RedriveChosenProps) {
  const may = useMay();
  const [asked, setAsked] = useState<readonly DeadLetter[]>();
  if (!may('dead-letters.redrive')) return null;
  const sendable = partsOf(chosen).reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <>
      <Button
        variant={label ? 'primary' : 'normal'}
        disabled={sendable === 0}
        {...(chosen.length > 0 && sendable === 0 && { disabledReason: 'Nobody works on this queue.' })}
        onClick={() => setAsked(chosen)}
      >
        {label ?? (sendable > 0 ? `Redrive ${sendable}` : 'Redrive')}
      </Button>
      {asked && <Dialog chosen={asked} onClose={() => setAsked(undefined)} onDone={onDone} />}
    </>
  );
}

function Dialog(props: {
  readonly chosen: readonly DeadLetter[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const api = useApi();
  const [perSecond, setPerSecond] = useState(usual);
  // Begun ones are not begun again when another queue's was refused and the person tries once more.
  const begun = useRef(new Set<string>());
  const parts = partsOf(props.chosen);
  const count = parts.reduce((sum, { ids }) => sum + ids.length, 0);
  const left = props.chosen.length - count;
  const poison = props.chosen.filter(({ returns }) => returns > 0).length;

  const run = async (reason: string) => {
    for (const { queue, ids } of parts.filter((part) => !begun.current.has(part.queue))) {
      await api.startRedrive({
        body: { queue, selection: { kind: 'some', ids: [...ids] }, perSecond, reason },
      });
      begun.current.add(queue);
    }
    props.onDone();
  };
  return (
    <ReasonDialog
      title={`Redrive ${counted(count, 'messages')}`}
      explain={[
        `They go back to ${parts.map(({ queue }) => `"${queue}"`).join(', ')}, where they came from, and are worked on again.`,
        'What was already done is recognised and not done twice. What still fails comes back here.',
        ...(poison > 0
          ? [`${counted(poison, 'messages')} of them came back before: is the cause repaired?`]
          : []),
        ...(left > 0
          ? [
              `${counted(left, 'messages')} of the chosen ${left === 1 ? 'stays' : 'stay'} here: nobody works on the queue, or there are more than ${MOST_AT_ONCE} of one queue.`,
            ]
          : []),
      ].join(' ')}
      confirm="Redrive"
      run={run}
      done={`The redrive of ${counted(count, 'messages')} has begun.`}
      onClose={props.onClose}
    >
      <PaceField perSecond={perSecond} onChange={setPerSecond} count={count} things="messages" />
    </ReasonDialog>
  );
}
