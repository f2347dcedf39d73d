import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { DeadLetterWithMessage, MoveDeadLetterRequest } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { words } from '../../parts/format.ts';
import { ReasonAction } from '../../parts/reason-action.tsx';
import { carriesText, classText } from './wording.ts';

interface SettleProps {
  readonly letter: DeadLetterWithMessage;
  /** Of what the person sees. */
  readonly etag: string | undefined;
}

/** Takes the message out of its queue for good. */
export function Discard({ letter, etag }: SettleProps) {
  const api = useApi();
  const { id, version } = letter;
  return (
    <ReasonAction
      scope="dead-letters.settle"
      label="Discard"
      title="Discard this dead letter"
      explain="The message is deleted from its queue and is never worked on. This record and what the message said stay, with your reason."
      run={(reason) =>
        api.discardDeadLetter({ deadLetterId: id, ifMatch: etag ?? etagOf(version), body: { reason } })
      }
      done="The dead letter was discarded."
    />
  );
}

type Owner = MoveDeadLetterRequest['owner'];

const owners: readonly Owner[] = [
  'ops',
  'edi_coordinator',
  'buyer',
  'planner',
  'steward',
  'receiving',
  'accounts_payable',
];
const isOwner = (value: string | undefined): value is Owner => owners.some((owner) => owner === value);
const ownerOptions = owners.map((owner) => ({ value: owner, label: words(owner) }));

/** Makes it somebody's exception: the message is taken out, and a person decides what is done instead. */
export function MoveToException({ letter, etag }: SettleProps) {
  const api = useApi();
  const { id, version, carries, died } = letter;
  const [owner, setOwner] = useState<Owner>('ops');
  const [title, setTitle] = useState(`${carriesText(carries)}: ${classText(died.class)}`.slice(0, 300));
  return (
    <ReasonAction
      scope="dead-letters.settle"
      label="Move to an exception"
      title="Make an exception of it"
      explain="The message is taken out of its queue and is not worked on by itself any more. Whoever you choose finds it among the exceptions, with what it said, and decides what is done instead."
      ready={title.trim() !== ''}
      run={(reason) =>
        api.moveDeadLetter({
          deadLetterId: id,
          ifMatch: etag ?? etagOf(version),
          body: { owner, title: title.trim(), reason },
        })
      }
      done="It is an exception now."
    >
      <FormField label="Who decides">
        <Select
          options={ownerOptions}
          selectedOption={ownerOptions.find(({ value }) => value === owner) ?? null}
          onChange={({ detail }) => {
            if (isOwner(detail.selectedOption.value)) setOwner(detail.selectedOption.value);
          }}
        />
      </FormField>
      <FormField
        label="Title"
        description="What it is about, in words that this person understands."
        errorText={title.trim() === '' ? 'Give it a title.' : ''}
      >
        <Input value={title} onChange={({ detail }) => setTitle(detail.value.slice(0, 300))} />
      </FormField>
    </ReasonAction>
  );
}
