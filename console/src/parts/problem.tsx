import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { problemText } from './problem-text.ts';

interface ProblemProps {
  readonly error: unknown;
  /** A button that helps, such as "Show what it is now". */
  readonly action?: ReactNode;
}

/** A failure as the API explains it: what, why, what to do, and the number to give to support. */
export function Problem({ error, action }: ProblemProps) {
  const { kind, title, detail, hint, faults, correlationId } = problemText(error);
  return (
    <div role="alert">
      <Alert type={kind} header={title} action={action}>
        <SpaceBetween size="xxs">
          <span>{detail}</span>
          {faults.length > 0 && (
            <ul>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
          {hint && <span>{hint}</span>}
          {correlationId && (
            <Box variant="small" color="text-body-secondary">
              Correlation id: <code>{correlationId}</code>
            </Box>
          )}
        </SpaceBetween>
      </Alert>
    </div>
  );
}
