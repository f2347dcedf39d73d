import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { words } from '../../parts/format.ts';
import type { Consumer } from './selection.ts';

interface StepWhoProps {
  readonly consumers: readonly Consumer[];
  readonly chosen: Consumer | undefined;
  readonly onChoose: (consumer: string) => void;
}

/** Who should hear events again, with what it does and hears. */
export function StepWho({ consumers, chosen, onChoose }: StepWhoProps) {
  const options = [...consumers]
    .sort((a, b) => a.consumer.localeCompare(b.consumer))
    .map(({ consumer, summary }) => ({ value: consumer, label: consumer, description: summary }));
  return (
    <SpaceBetween size="l">
      <Container>
        <FormField label="Consumer">
          <Select
            options={options}
            selectedOption={options.find(({ value }) => value === chosen?.consumer) ?? null}
            placeholder="Choose who should hear them"
            filteringType="auto"
            filteringAriaLabel="Find a consumer"
            onChange={({ detail }) => detail.selectedOption.value && onChoose(detail.selectedOption.value)}
          />
        </FormField>
      </Container>
      {chosen && (
        <Container header={<Header variant="h2">{chosen.consumer} hears</Header>}>
          <SpaceBetween size="s">
            <span>{chosen.summary}</span>
            <ul>
              {chosen.events.map(({ name, summary }) => (
                <li key={name}>
                  <b>{words(name)}</b>: {summary}
                </li>
              ))}
            </ul>
          </SpaceBetween>
        </Container>
      )}
    </SpaceBetween>
  );
}
