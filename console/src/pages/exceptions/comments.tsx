import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Exception } from '#contracts/client.ts';
import { useApi } from '../../api/client.ts';
import { etagOf } from '../../api/query-client.ts';
import { Instant } from '../../parts/instant.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { worksOn } from './queues.ts';

const LONGEST = 1000;

/** What others should know, oldest first, and a field to add to it. */
export function Comments({ exception }: { readonly exception: Exception }) {
  const may = useMay();
  const me = useMe();
  const { comments, owner } = exception;
  return (
    <Container
      header={
        <Header variant="h2" counter={`(${comments.length})`}>
          Comments
        </Header>
      }
    >
      <SpaceBetween size="m">
        {comments.length === 0 && <Box color="text-body-secondary">Nobody has said anything yet.</Box>}
        {comments.map(({ by, at, text }) => (
          <div key={`${at} ${by} ${text}`}>
            <Box color="text-body-secondary" fontSize="body-s">
              {by} · <Instant at={at} />
            </Box>
            <Box variant="p">{text}</Box>
          </div>
        ))}
        {may('exceptions.comment') && worksOn(me, owner) && <AddComment exception={exception} />}
      </SpaceBetween>
    </Container>
  );
}

function AddComment({ exception: { id, version } }: { readonly exception: Exception }) {
  const api = useApi();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () =>
      api.commentException({ exceptionId: id, ifMatch: etagOf(version), body: { text: text.trim() } }),
    onSuccess: () => setText(''),
    onSettled: () => queries.invalidateQueries({ queryKey: ['exception', id] }),
  });
  return (
    <SpaceBetween size="xs">
      <FormField label="Add a comment" constraintText={`${text.length} of ${LONGEST} characters`}>
        <Textarea value={text} rows={2} onChange={({ detail }) => setText(detail.value.slice(0, LONGEST))} />
      </FormField>
      <Button loading={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate()}>
        Add comment
      </Button>
      {add.error && <Problem error={add.error} />}
    </SpaceBetween>
  );
}
