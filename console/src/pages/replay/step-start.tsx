import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { Facts } from '../../parts/facts.tsx';
import { PaceField } from '../../parts/pace-field.tsx';
import { type Selection, selectionText } from './selection.ts';
import { usePreview } from './use-preview.ts';

interface StepStartProps {
  readonly consumer: string;
  readonly selection: Selection;
  readonly perSecond: number;
  readonly onPace: (perSecond: number) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

const LONGEST_REASON = 500;

/** How fast and why; what was chosen once more. */
export function StepStart(props: StepStartProps) {
  const { consumer, selection, perSecond, onPace, reason, onReason } = props;
  const preview = usePreview(consumer, selection).data?.data;
  return (
    <Container>
      <SpaceBetween size="l">
        <Facts
          columns={2}
          facts={[
            { label: 'Heard by', value: consumer },
            { label: 'Which events', value: selectionText(selection) },
          ]}
        />
        <PaceField
          perSecond={perSecond}
          onChange={onPace}
          count={preview?.count ?? 0}
          atLeast={preview?.more ?? false}
          things="events"
        />
        <FormField
          label="Reason"
          description="It is kept with your name."
          constraintText={`${reason.length} of ${LONGEST_REASON} characters`}
        >
          <Textarea
            value={reason}
            rows={3}
            ariaRequired
            onChange={({ detail }) => onReason(detail.value.slice(0, LONGEST_REASON))}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
