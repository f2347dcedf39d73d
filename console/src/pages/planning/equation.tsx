import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { addsUp } from './adds-up.ts';

interface Term {
  readonly label: string;
  readonly count: number;
}

interface EquationProps {
  readonly whole: Term;
  readonly parts: readonly Term[];
}

const plain = new Intl.NumberFormat();

/** Whole = part + part + …, and whether it is so: nothing may get lost on the way. */
export function Equation({ whole, parts }: EquationProps) {
  const right = addsUp(
    whole.count,
    parts.map(({ count }) => count),
  );
  return (
    <SpaceBetween size="xs">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem', alignItems: 'end' }}>
        <Term {...whole} />
        {parts.map((part, index) => (
          <div key={part.label} style={{ display: 'flex', gap: '0.75rem', alignItems: 'end' }}>
            <Box fontSize="heading-xl" color="text-body-secondary">
              {index === 0 ? '=' : '+'}
            </Box>
            <Term {...part} />
          </div>
        ))}
      </div>
      <StatusIndicator type={right ? 'success' : 'error'}>
        {right ? 'It adds up: nothing was lost.' : 'It does not add up: ask whoever runs Crossdock.'}
      </StatusIndicator>
    </SpaceBetween>
  );
}

const Term = ({ label, count }: Term) => (
  <div>
    <Box variant="awsui-key-label">{label}</Box>
    <Box fontSize="heading-xl" fontWeight="bold">
      {plain.format(count)}
    </Box>
  </div>
);
