import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { BulkAction } from '../../parts/bulk-action.tsx';
import { useMe } from '../../session/me.ts';
import { decidesFor, type Owner } from './queues.ts';

interface BulkActionsProps {
  readonly queue: Owner;
  readonly chosen: readonly Exception[];
  readonly onDone: () => void;
}

const nameOf = ({ title }: Exception): string => title;

/** What is safe to do for many at once: claim, process again, close. Everything else is decided one by one. */
export function BulkActions({ queue, chosen, onDone }: BulkActionsProps) {
  const api = useApi();
  const me = useMe();
  const claimable = chosen.filter(({ claimedBy }) => claimedBy !== me.id);
  const offering = (action: 'close' | 'reprocess') =>
    chosen.filter(({ actions }) => actions.includes(action));
  const common = { things: 'exceptions', nameOf, onDone };
  const resolve = (action: 'close' | 'reprocess') => (one: Exception, reason: string) =>
    api.resolveException({
      exceptionId: one.id,
      ifMatch: etagOf(one.version),
      body: { action, reason },
    });
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <BulkAction
        {...common}
        scope="exceptions.claim"
        label="Claim"
        chosen={claimable}
        explain="They show your name from now on, so that nobody else begins on them. What others have claimed becomes yours."
        run={(one) => api.claimException({ exceptionId: one.id, ifMatch: etagOf(one.version), body: {} })}
      />
      {decidesFor(me, queue) && (
        <SpaceBetween direction="horizontal" size="xs">
          <BulkAction
            {...common}
            scope="exceptions.resolve"
            label="Process again"
            chosen={offering('reprocess')}
            reason="required"
            explain="What was set aside is read again, unchanged. Do this after the cause has been repaired. Chosen ones that do not offer it are left as they are."
            run={resolve('reprocess')}
          />
          <BulkAction
            {...common}
            scope="exceptions.resolve"
            label="Close"
            chosen={offering('close')}
            reason="required"
            explain="Nothing more is done about them. Chosen ones that ask for a decision are left as they are."
            run={resolve('close')}
          />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
