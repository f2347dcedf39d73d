import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { Instant } from '../../parts/instant.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { type FoundRecord, groupFound } from './group-found.ts';

interface FindProps {
  readonly find: string | undefined;
  readonly onFind: (find: string | undefined) => void;
}

const SHORTEST = 2;

/** One box for any number: order, control number, file, the supplier's number, correlation id. */
export function Find({ find, onFind }: FindProps) {
  const [typed, setTyped] = useState(find ?? '');
  useEffect(() => setTyped(find ?? ''), [find]);
  const short = typed.trim().length < SHORTEST;
  return (
    <Container header={<Header variant="h2">Find</Header>}>
      <SpaceBetween size="l">
        <search>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!short) onFind(typed.trim());
            }}
          >
            <FormField
              label="Any number"
              description="Of an order, an interchange, a file, a delivery, an invoice; yours or the supplier's; or a correlation id."
              constraintText={`At least ${SHORTEST} characters, then Enter.`}
              secondaryControl={
                <Button formAction="submit" iconName="search" disabled={short}>
                  Find
                </Button>
              }
            >
              <Input
                type="search"
                value={typed}
                placeholder="PO-2026-0017"
                clearAriaLabel="Clear"
                onChange={({ detail }) => {
                  setTyped(detail.value);
                  if (detail.value === '') onFind(undefined);
                }}
              />
            </FormField>
          </form>
        </search>
        {find && find.length >= SHORTEST && <Results find={find} />}
      </SpaceBetween>
    </Container>
  );
}

function Results({ find }: { readonly find: string }) {
  const api = useApi();
  const query = useRecord(['search', find], () => api.search({ q: find }), { interval: 30_000 });
  return (
    <Loaded query={query} what="what is known under it">
      {({ data: { entries } }) => (
        <>
          <LiveRegion hidden>
            {entries.length === 0 ? `Nothing is known under ${find}` : `${entries.length} records found`}
          </LiveRegion>
          {entries.length === 0 ? (
            <Empty
              title={`Nothing is known under "${find}"`}
              hint="Look for typing errors, or for another number of the same thing. What has just arrived is found after a minute."
            />
          ) : (
            groupFound(entries).map(({ type, title, records }) => (
              <Group key={type} title={title} records={records} />
            ))
          )}
        </>
      )}
    </Loaded>
  );
}

function Group({ title, records }: { readonly title: string; readonly records: readonly FoundRecord[] }) {
  return (
    <section>
      <Box variant="h3" padding={{ bottom: 'n', top: 's' }}>
        {title} <Box variant="span">({records.length})</Box>
      </Box>
      <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
        {records.map(({ type, id, title: name, matched, at }) => (
          <li key={id}>
            <EntityLink type={type} id={id}>
              {name}
            </EntityLink>{' '}
            <Box variant="span" color="text-body-secondary">
              · {matched}
              {at && (
                <>
                  , <Instant at={at} relative />
                </>
              )}
            </Box>
          </li>
        ))}
      </ul>
    </section>
  );
}
