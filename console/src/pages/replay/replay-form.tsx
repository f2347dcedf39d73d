import Wizard from '@cloudscape-design/components/wizard';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usual } from '../../parts/pace.ts';
import { type Consumer, selectionOf } from './selection.ts';
import { StepEvents } from './step-events.tsx';
import { StepPreview } from './step-preview.tsx';
import { StepStart } from './step-start.tsx';
import { StepWho } from './step-who.tsx';
import { useKeptChoice } from './use-kept-choice.ts';
import { useStartReplay } from './use-start-replay.ts';

/** The four steps. What is chosen stands in the address; only speed and reason do not. */
export function ReplayForm({ consumers }: { readonly consumers: readonly Consumer[] }) {
  const navigate = useNavigate();
  const [values, setValues] = useKeptChoice();
  const [step, setStep] = useState(0);
  const [perSecond, setPerSecond] = useState(usual);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string>();
  const start = useStartReplay(setRefused);

  const consumer = consumers.find((one) => one.consumer === values.consumer);
  const chosen = selectionOf(values);
  const selection = 'selection' in chosen ? chosen.selection : undefined;
  const lacking = [
    consumer ? undefined : 'Choose who should hear the events.',
    'missing' in chosen ? chosen.missing : undefined,
    undefined,
    reason.trim() === '' ? 'Say why, so that others understand it later.' : undefined,
  ];
  /** As far as nothing is lacking on the way. */
  const go = (requested: number) => {
    const stop = lacking.findIndex((missing, at) => missing !== undefined && at < requested);
    setRefused(stop >= 0 && stop < requested ? lacking[stop] : undefined);
    setStep(stop >= 0 ? stop : requested);
  };
  const submit = () => {
    const missing = lacking.find((one) => one !== undefined);
    setRefused(missing);
    if (missing === undefined && consumer && selection) {
      void start.run({ consumer: consumer.consumer, selection, perSecond, reason: reason.trim() });
    }
  };
  const error = refused === undefined ? {} : { errorText: refused };

  return (
    <Wizard
      activeStepIndex={step}
      submitButtonText="Start the replay"
      isLoadingNextStep={start.running}
      onNavigate={({ detail }) => go(detail.requestedStepIndex)}
      onCancel={() => void navigate('/replays')}
      onSubmit={submit}
      i18nStrings={{
        stepNumberLabel: (number) => `Step ${number}`,
        collapsedStepsLabel: (number, count) => `Step ${number} of ${count}`,
        navigationAriaLabel: 'Steps',
        errorIconAriaLabel: 'Error',
        cancelButton: 'Cancel',
        previousButton: 'Back',
        nextButton: 'Next',
      }}
      steps={[
        {
          title: 'Who should hear them',
          description: 'One function hears the events again; nobody else notices.',
          content: (
            <StepWho
              consumers={consumers}
              chosen={consumer}
              // Another hears other events.
              onChoose={(name) => setValues({ consumer: name, ...clearEvents })}
            />
          ),
          ...error,
        },
        {
          title: 'Which events',
          description: 'Those of one record, or of a time, or both.',
          content: <StepEvents consumer={consumer} values={values} onChange={setValues} />,
          ...error,
        },
        {
          title: 'Look before you send',
          description: 'What would be sent, in which order. Nothing is sent yet.',
          content: consumer && selection && (
            <StepPreview consumer={consumer.consumer} selection={selection} />
          ),
          ...error,
        },
        {
          title: 'How fast, and why',
          content: consumer && selection && (
            <StepStart
              consumer={consumer.consumer}
              selection={selection}
              perSecond={perSecond}
              onPace={setPerSecond}
              reason={reason}
              onReason={setReason}
            />
          ),
          ...error,
        },
      ]}
    />
  );
}

const clearEvents = { events: '' };
