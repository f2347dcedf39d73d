import Container from '@cloudscape-design/components/container';
import DateRangePicker, { type DateRangePickerProps } from '@cloudscape-design/components/date-range-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Filters } from '../../parts/filters.ts';
import { words } from '../../parts/format.ts';
import { type Consumer, eventsOf, type Field, MOST_EVENTS } from './selection.ts';

interface StepEventsProps {
  readonly consumer: Consumer | undefined;
  readonly values: Filters<Field>;
  readonly onChange: (changes: Filters<Field>) => void;
}

/** Which events: of which record, of which names, from when to when. */
export function StepEvents({ consumer, values, onChange }: StepEventsProps) {
  const chosen = eventsOf(values);
  const options = (consumer?.events ?? []).map(({ name, summary }) => ({
    value: name,
    label: words(name),
    description: summary,
  }));
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">When they happened</Header>}>
        <FormField
          label="From and to"
          description="In your own time zone. It may be left open when you give a record."
        >
          <DateRangePicker
            value={rangeOf(values)}
            rangeSelectorMode="absolute-only"
            placeholder="Choose from and to"
            isValidRange={isWhole}
            absoluteFormat="long-localized"
            relativeOptions={[]}
            onChange={({ detail }) => onChange(fromRange(detail.value))}
          />
        </FormField>
      </Container>
      <Container header={<Header variant="h2">Of which record</Header>}>
        <SpaceBetween size="m">
          <FormField
            label="Kind of record"
            description="As the API names it: purchase-order, order-ledger, partner-document, exception. It may be left open when you give a time."
          >
            <Input
              value={values.type ?? ''}
              placeholder="Any"
              onChange={({ detail }) => onChange({ type: detail.value })}
            />
          </FormField>
          <FormField label="Its id">
            <Input
              value={values.id ?? ''}
              placeholder="Any"
              onChange={({ detail }) => onChange({ id: detail.value })}
            />
          </FormField>
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">Of which names</Header>}>
        <FormField label="Events" description={`All that it hears, or at most ${MOST_EVENTS} of them.`}>
          <Multiselect
            options={options}
            selectedOptions={options.filter(({ value }) => chosen.includes(value))}
            placeholder="All that it hears"
            deselectAriaLabel={({ label }) => `Leave out ${label}`}
            onChange={({ detail }) =>
              onChange({
                events: detail.selectedOptions
                  .flatMap(({ value }) => (value ? [value] : []))
                  .slice(0, MOST_EVENTS)
                  .join(','),
              })
            }
          />
        </FormField>
      </Container>
    </SpaceBetween>
  );
}

const rangeOf = ({ from, to }: Filters<Field>): DateRangePickerProps.Value | null =>
  from && to ? { type: 'absolute', startDate: from, endDate: to } : null;

const fromRange = (range: DateRangePickerProps.Value | null): Filters<Field> =>
  range?.type === 'absolute'
    ? { from: new Date(range.startDate).toISOString(), to: new Date(range.endDate).toISOString() }
    : { from: '', to: '' };

const isWhole: DateRangePickerProps.ValidationFunction = (range) => {
  if (range?.type !== 'absolute') return { valid: true };
  if (Number.isNaN(Date.parse(range.startDate)) || Number.isNaN(Date.parse(range.endDate))) {
    return { valid: false, errorMessage: 'Give a day and a time for both ends.' };
  }
  return Date.parse(range.startDate) < Date.parse(range.endDate)
    ? { valid: true }
    : { valid: false, errorMessage: 'The time must end after it begins.' };
};
