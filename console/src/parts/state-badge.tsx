import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { stateLook, type Tone } from './states.ts';

interface StateBadgeProps {
  readonly state: string;
  /** Other words than the state's own. */
  readonly text?: string;
  /** Another look than the usual one. */
  readonly tone?: Tone;
}

/** A record's state: a sign, a colour and a word, never a colour alone. */
export function StateBadge({ state, text, tone }: StateBadgeProps) {
  const look = stateLook(state);
  return (
    <StatusIndicator type={tone ?? look.tone} wrapText={false}>
      {text ?? look.text}
    </StatusIndicator>
  );
}
