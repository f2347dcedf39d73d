import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { actionWords } from './action-words.ts';
import { AssignAction } from './assign-action.tsx';
import { CounterAction } from './counter-action.tsx';
import { decidesFor, worksOn } from './queues.ts';

/** What this person can do about the exception as it is now. */
export function ExceptionActions({ exception }: { readonly exception: Exception }) {
  const me = useMe();
  const decides = decidesFor(me, exception.owner);
  if (exception.state === 'resolved') return decides ? <Reopen exception={exception} /> : null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {worksOn(me, exception.owner) && (
        <SpaceBetween direction="horizontal" size="xs">
          {exception.claimedBy !== me.id && <Claim exception={exception} />}
          <AssignAction exception={exception} />
        </SpaceBetween>
      )}
      {decides && <Decisions exception={exception} />}
    </SpaceBetween>
  );
}

function Claim({ exception: { id, version, claimedBy } }: { readonly exception: Exception }) {
  const api = useApi();
  return (
    <ReasonAction
      scope="exceptions.claim"
      label={claimedBy ? 'Take over' : 'Claim'}
      title={claimedBy ? `Take over from ${claimedBy}` : 'Claim this exception'}
      explain={
        claimedBy
          ? `${claimedBy} has claimed it. From now on it shows your name instead.`
          : 'It shows your name from now on, so that nobody else begins on it.'
      }
      reason="none"
      run={() => api.claimException({ exceptionId: id, ifMatch: etagOf(version), body: {} })}
      done="It is yours now."
    />
  );
}

function Decisions({ exception }: { readonly exception: Exception }) {
  const api = useApi();
  const may = useMay();
  const { id, version, kind, actions } = exception;
  // Mapping the code is what repairs this one; it has a button of its own.
  const first = kind === 'unknown-code' && may('cross-references.put') ? undefined : actions[0];
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {actions.map((action) => {
        const variant = action === first ? 'primary' : 'normal';
        if (action === 'counter') {
          return <CounterAction key={action} exception={exception} variant={variant} />;
        }
        return (
          <ReasonAction
            key={action}
            scope="exceptions.resolve"
            variant={variant}
            {...actionWords(kind, action)}
            run={(reason) =>
              api.resolveException({ exceptionId: id, ifMatch: etagOf(version), body: { action, reason } })
            }
          />
        );
      })}
    </SpaceBetween>
  );
}

function Reopen({ exception: { id, version } }: { readonly exception: Exception }) {
  const api = useApi();
  return (
    <ReasonAction
      scope="exceptions.resolve"
      label="Open again"
      title="Open the exception again"
      explain="It waits for a decision again, with its whole time. What was done about it stays done."
      run={(reason) => api.reopenException({ exceptionId: id, ifMatch: etagOf(version), body: { reason } })}
      done="It is open again."
    />
  );
}
