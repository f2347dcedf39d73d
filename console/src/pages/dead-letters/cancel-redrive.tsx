import type { Redrive } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';

/** Stops a running redrive; absent when it is over. */
export function CancelRedrive({ redrive }: { readonly redrive: Redrive }) {
  const api = useApi();
  if (redrive.state !== 'running') return null;
  return (
    <ReasonAction
      scope="dead-letters.redrive"
      label="Stop the redrive"
      title={`Stop the redrive of "${redrive.queue}"`}
      explain="What was sent stays sent and is worked on. The rest waits here as before."
      reason="none"
      run={() => api.cancelRedrive({ redriveId: redrive.id })}
      done={`The redrive of "${redrive.queue}" was stopped.`}
    />
  );
}
