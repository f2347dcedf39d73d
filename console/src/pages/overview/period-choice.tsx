import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { periods } from './days.ts';

interface PeriodChoiceProps {
  readonly days: number;
  readonly onChange: (days: string) => void;
}

/** Over how many days the figures go. */
export const PeriodChoice = ({ days, onChange }: PeriodChoiceProps) => (
  <SegmentedControl
    label="Period"
    selectedId={String(days)}
    options={periods.map((period) => ({ id: period, text: `${period} days` }))}
    onChange={({ detail }) => onChange(detail.selectedId)}
  />
);
