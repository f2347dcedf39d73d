import type { Exception } from '#contracts/client.ts';
import { Money } from '../../parts/amounts.tsx';
import { Facts } from '../../parts/facts.tsx';
import { words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { DeadlineClock } from './deadline-clock.tsx';
import { queueNames } from './queues.ts';

/** Whose it is, until when, and what it is worth. */
export function ExceptionFacts({ exception }: { readonly exception: Exception }) {
  const { state, kind, owner, claimedBy, openedAt, atStake, reopened, escalatedAt } = exception;
  return (
    <Facts
      facts={[
        { label: 'State', value: <StateBadge state={state} /> },
        { label: 'Deadline', value: <DeadlineClock exception={exception} /> },
        { label: 'Owner', value: queueNames[owner] },
        { label: 'Claimed by', value: claimedBy ?? 'Nobody yet' },
        { label: 'Kind', value: words(kind) },
        { label: 'At stake', value: atStake && <Money money={atStake} /> },
        { label: 'Opened', value: <Instant at={openedAt} /> },
        { label: 'Escalated', value: escalatedAt && <Instant at={escalatedAt} /> },
        { label: 'Opened again', value: reopened > 0 && (reopened === 1 ? 'Once' : `${reopened} times`) },
      ]}
    />
  );
}
