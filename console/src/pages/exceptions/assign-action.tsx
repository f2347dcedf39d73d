import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';

/** Hand it to somebody else, by the name they sign in with. */
export function AssignAction({ exception: { id, version } }: { readonly exception: Exception }) {
  const api = useApi();
  const [to, setTo] = useState('');
  const named = to.trim() !== '';
  return (
    <ReasonAction
      scope="exceptions.assign"
      label="Assign"
      title="Assign it to somebody"
      explain="It shows that person's name from now on. A comment says who assigned it."
      reason="none"
      ready={named}
      notReady="Enter who shall see to it."
      run={() => api.assignException({ exceptionId: id, ifMatch: etagOf(version), body: { to: to.trim() } })}
      done={`Assigned to ${to.trim()}.`}
    >
      <FormField label="To" description="The name the person signs in with, such as an e-mail address.">
        <Input value={to} ariaRequired onChange={({ detail }) => setTo(detail.value)} />
      </FormField>
    </ReasonAction>
  );
}
