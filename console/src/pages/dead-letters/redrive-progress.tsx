import ProgressBar from '@cloudscape-design/components/progress-bar';
import type { Redrive } from '#contracts/client.ts';
import { counted } from '../../parts/format.ts';
import { lastsText } from '../../parts/pace.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { progressOf } from './redrive-requests.ts';
import { countsText, selectionText } from './wording.ts';

interface RedriveProgressProps {
  readonly redrive: Redrive;
  /** Messages of its kind that wait in its queue now; what a redrive of all has still to do is known by them. */
  readonly stillWaiting: number;
  /** Whether its name leads to its page. */
  readonly linked?: boolean;
}

/** How far a running redrive is, as well as that is known. */
export function RedriveProgress({ redrive, stillWaiting, linked = false }: RedriveProgressProps) {
  const { queue, counts, perSecond } = redrive;
  const { percent, rest } = progressOf(redrive, stillWaiting);
  const label = `${queue}: ${selectionText(redrive.selection)}`;
  return (
    <ProgressBar
      label={
        linked ? <PageLink href={`/redrives/${encodeURIComponent(redrive.id)}`}>{label}</PageLink> : label
      }
      description={`${counted(perSecond, 'messages')} a second; ${lastsText(rest, perSecond)} to go`}
      value={percent}
      additionalInfo={countsText(counts)}
      ariaLabel={label}
    />
  );
}
