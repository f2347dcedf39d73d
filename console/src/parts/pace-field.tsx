import FormField from '@cloudscape-design/components/form-field';
import Slider from '@cloudscape-design/components/slider';
import { counted } from './format.ts';
import { fastest, lastsText, slowest } from './pace.ts';

interface PaceFieldProps {
  readonly perSecond: number;
  readonly onChange: (perSecond: number) => void;
  /** How many there are to send, as far as it is known. */
  readonly count: number;
  /** There are more than were counted. */
  readonly atLeast?: boolean;
  readonly things: string;
}

/** How fast to send, and how long that takes. */
export function PaceField({ perSecond, onChange, count, atLeast = false, things }: PaceFieldProps) {
  const lasts = lastsText(count, perSecond);
  return (
    <FormField
      label="How fast"
      description="Slower is gentler on what stands behind: systems of record have limits of their own."
      constraintText={`${counted(perSecond, things)} a second: ${counted(count, things)} take ${atLeast ? 'at least ' : ''}${lasts}.`}
    >
      <Slider
        value={perSecond}
        min={slowest}
        max={fastest}
        referenceValues={[10, 25, 50, 75]}
        valueFormatter={(value) => `${value}/s`}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
