import type { Redrive, Replay } from '#contracts/client.ts';
import type { Fact } from './facts.tsx';
import { counted } from './format.ts';
import { Instant } from './instant.tsx';

/** How fast a redrive or replay of so many things goes, who began it and why, and how it ended. */
export const jobFacts = (
  { perSecond, startedBy, startedAt, reason, cancelledBy, finishedAt }: Redrive | Replay,
  things: string,
): readonly Fact[] => [
  { label: 'Speed', value: `${counted(perSecond, things)} a second` },
  { label: 'Begun by', value: startedBy },
  { label: 'Begun', value: <Instant at={startedAt} /> },
  { label: 'Why', value: reason },
  { label: 'Stopped by', value: cancelledBy },
  { label: 'Ended', value: finishedAt && <Instant at={finishedAt} /> },
];
