import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** Why that is so, or what to do. */
  readonly hint?: string | undefined;
  readonly action?: ReactNode;
}

/** What stands where there is nothing to show: that this is no failure, and what one can do. */
export function Empty({ title, hint, action }: EmptyProps) {
  return (
    <Box textAlign="center" color="inherit" padding="l">
      <SpaceBetween size="xs">
        <b>{title}</b>
        {hint && (
          <Box variant="p" color="text-body-secondary">
            {hint}
          </Box>
        )}
        {action}
      </SpaceBetween>
    </Box>
  );
}
