import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TimeInput from '@cloudscape-design/components/time-input';
import { useState } from 'react';
import type { SystemWithPostings } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { untilOf } from './until.ts';

interface SwitchProps {
  readonly system: SystemWithPostings;
  /** Of what the person sees. */
  readonly etag: string | undefined;
}

/** Stops posting to and pulling from a system, until a time or until somebody ends it. */
export function PauseSystem({ system: { id, version }, etag }: SwitchProps) {
  const api = useApi();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const until = untilOf(day, time, Date.now());
  return (
    <ReasonAction
      scope="systems.switch"
      label="Pause"
      title={`Pause ${id}`}
      explain="From now on nothing is posted to it and nothing is pulled from it. What is to be posted waits, in order, and nothing is lost. Orders and answers of suppliers go on being worked on here."
      ready={until.kind !== 'wrong'}
      run={(reason) =>
        api.pauseSystem({
          systemId: id,
          ifMatch: etag ?? etagOf(version),
          body: { reason, ...(until.kind === 'at' && { until: until.at }) },
        })
      }
      done={`${id} is paused.`}
    >
      <SpaceBetween direction="horizontal" size="m">
        <FormField
          label="Until which day"
          description="Leave it open and somebody ends it."
          errorText={until.kind === 'wrong' ? until.why : ''}
        >
          <DatePicker
            value={day}
            placeholder="YYYY-MM-DD"
            openCalendarAriaLabel={(chosen) => `Choose the day${chosen ? `, now ${chosen}` : ''}`}
            onChange={({ detail }) => setDay(detail.value)}
          />
        </FormField>
        <FormField label="Until what time" description="In your own time zone.">
          <TimeInput
            value={time}
            format="hh:mm"
            placeholder="hh:mm"
            onChange={({ detail }) => setTime(detail.value)}
          />
        </FormField>
      </SpaceBetween>
    </ReasonAction>
  );
}

/** Uses a system again. */
export function ResumeSystem({ system: { id, version, postings }, etag }: SwitchProps) {
  const api = useApi();
  const waiting =
    postings.length === 0 ? 'Nothing waits for it.' : `${postings.length} postings or more wait for it.`;
  return (
    <ReasonAction
      scope="systems.switch"
      label="Resume"
      title={`Use ${id} again`}
      explain={`The maintenance ends now, and what waited is posted in order, as fast as the system may be asked. ${waiting}`}
      variant="primary"
      run={(reason) => api.resumeSystem({ systemId: id, ifMatch: etag ?? etagOf(version), body: { reason } })}
      done={`${id} is in use again.`}
    />
  );
}
