import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../api/client.ts';
import { useNotify } from '../../app/notices.tsx';
import { FoundField } from '../../parts/found-field.tsx';
import { Problem } from '../../parts/problem.tsx';

type Kind = 'item' | 'location';

/** Says what one code of a partner is to us; what waited for it goes on by itself. */
export function CodeForm({ partnerId }: { readonly partnerId: string }) {
  const api = useApi();
  const notify = useNotify();
  const [kind, setKind] = useState<Kind>('item');
  const [theirs, setTheirs] = useState('');
  const [ours, setOurs] = useState('');
  const complete = theirs.trim() !== '' && ours.trim() !== '';
  const put = useMutation({
    mutationFn: () =>
      api.putCrossReference({ partnerId, body: { kind, theirs: theirs.trim(), ours: ours.trim() } }),
    onSuccess: ({ data }) => {
      notify({ type: 'success', text: `${data.theirs} is ${data.ours} from now on.` });
      setTheirs('');
      setOurs('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) put.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <Button variant="primary" formAction="submit" loading={put.isPending} disabled={!complete}>
            Keep this code
          </Button>
        }
        errorText={put.error ? 'It was not kept.' : ''}
      >
        <Container
          header={
            <Header
              variant="h2"
              description="From now on their code leads to our record. Every document that waits for it goes on by itself. A code that is known already gets the new meaning; what was processed stays as it is."
            >
              What a code of theirs is to us
            </Header>
          }
        >
          <SpaceBetween size="m">
            <FormField label="Kind">
              <SegmentedControl
                selectedId={kind}
                label="Kind"
                options={[
                  { id: 'item', text: 'Item' },
                  { id: 'location', text: 'Location' },
                ]}
                onChange={({ detail }) => setKind(detail.selectedId === 'location' ? 'location' : 'item')}
              />
            </FormField>
            <FormField label="Their code" description="As the partner writes it.">
              <Input
                value={theirs}
                ariaRequired
                onChange={({ detail }) => setTheirs(detail.value.slice(0, 80))}
              />
            </FormField>
            <FoundField
              label={kind === 'item' ? 'Our item' : 'Our location'}
              description="Its id, or any number it is known by."
              type={kind}
              value={ours}
              onChange={setOurs}
            />
            {put.error && <Problem error={put.error} />}
            <Box color="text-body-secondary" fontSize="body-s">
              It is kept with your name.
            </Box>
          </SpaceBetween>
        </Container>
      </Form>
    </form>
  );
}
