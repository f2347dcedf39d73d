import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Exception } from '#contracts/client.ts';
import { instantText, utcText } from '../../parts/format.ts';
import { useNow } from '../../parts/use-now.ts';
import { deadlineOf } from './deadline.ts';

/** The time left to decide, running; the moment itself on hover. */
export function DeadlineClock({ exception }: { readonly exception: Exception }) {
  const { tone, text } = deadlineOf(exception, useNow());
  return (
    <span title={`${instantText(exception.dueAt)} · ${utcText(exception.dueAt)}`}>
      <StatusIndicator type={tone} wrapText={false}>
        {text}
      </StatusIndicator>
    </span>
  );
}
