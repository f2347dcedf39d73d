import Box from '@cloudscape-design/components/box';
import type { ButtonProps } from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { actionWords } from './action-words.ts';
import { type CounterDraft, counterOf, faultsOf } from './counter-draft.ts';

interface CounterActionProps {
  readonly exception: Exception;
  readonly variant: ButtonProps.Variant;
}

/** Ask the supplier for another quantity, price or day; what is left empty stays as ordered. */
export function CounterAction({ exception: { id, version, kind }, variant }: CounterActionProps) {
  const api = useApi();
  const [draft, setDraft] = useState<CounterDraft>({ quantity: '', price: '', requestedDate: '' });
  const faults = faultsOf(draft);
  const counter = counterOf(draft);
  return (
    <ReasonAction
      scope="exceptions.resolve"
      variant={variant}
      {...actionWords(kind, 'counter')}
      ready={counter !== undefined}
      {...(faults.nothing && { notReady: faults.nothing })}
      run={(reason) =>
        api.resolveException({
          exceptionId: id,
          ifMatch: etagOf(version),
          body: { action: 'counter', reason, ...(counter && { counter }) },
        })
      }
    >
      <SpaceBetween size="s">
        <Box>Fill in at least one. What is left empty stays as ordered.</Box>
        <ColumnLayout columns={3}>
          <FormField label="Quantity" description="In the order's unit" errorText={faults.quantity}>
            <Input
              value={draft.quantity}
              inputMode="decimal"
              onChange={({ detail }) => setDraft({ ...draft, quantity: detail.value })}
            />
          </FormField>
          <FormField label="Price" description="In the order's currency" errorText={faults.price}>
            <Input
              value={draft.price}
              inputMode="decimal"
              onChange={({ detail }) => setDraft({ ...draft, price: detail.value })}
            />
          </FormField>
          <FormField label="Delivery day" description="Requested day" errorText={faults.requestedDate}>
            <DatePicker
              value={draft.requestedDate}
              placeholder="YYYY-MM-DD"
              openCalendarAriaLabel={(day) => (day ? `Choose a day, now ${day}` : 'Choose a day')}
              onChange={({ detail }) => setDraft({ ...draft, requestedDate: detail.value })}
            />
          </FormField>
        </ColumnLayout>
      </SpaceBetween>
    </ReasonAction>
  );
}
