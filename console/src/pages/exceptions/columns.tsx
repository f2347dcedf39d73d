import Box from '@cloudscape-design/components/box';
import type { Exception } from '#contracts/client.ts';
import { Money } from '../../parts/amounts.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { words } from '../../parts/format.ts';
import type { Column } from '../../parts/resource-table.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { DeadlineClock } from './deadline-clock.tsx';
import { Severity } from './severity.tsx';

/** What a queue shows of each exception. */
export const exceptionColumns: readonly Column<Exception>[] = [
  {
    id: 'title',
    header: 'What must be decided',
    isRowHeader: true,
    minWidth: 220,
    cell: ({ id, title }) => (
      <EntityLink type="exception" id={id}>
        {title}
      </EntityLink>
    ),
  },
  { id: 'kind', header: 'Kind', minWidth: 110, cell: ({ kind }) => words(kind) },
  { id: 'severity', header: 'Severity', cell: ({ severity }) => <Severity severity={severity} /> },
  { id: 'due', header: 'Deadline', minWidth: 165, cell: (one) => <DeadlineClock exception={one} /> },
  {
    id: 'state',
    header: 'State',
    minWidth: 120,
    cell: ({ state, claimedBy }) => (
      <>
        <StateBadge state={state} />
        {claimedBy && (
          <Box color="text-body-secondary" fontSize="body-s">
            {claimedBy}
          </Box>
        )}
      </>
    ),
  },
  {
    id: 'partner',
    header: 'Partner',
    cell: ({ about }) => (about.partnerId ? <EntityLink type="partner" id={about.partnerId} /> : '–'),
  },
  {
    id: 'stake',
    header: 'At stake',
    cell: ({ atStake }) => (atStake ? <Money money={atStake} /> : '–'),
  },
];
