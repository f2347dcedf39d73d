import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { OrderChange } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { dateText, priceText, quantityText, words } from '../../parts/format.ts';
import { Instant } from '../../parts/instant.tsx';

/** Every change of the order that was decided: why, what, and whether system and supplier know it. */
export const OrderChanges = ({ changes }: { readonly changes: readonly OrderChange[] }) => (
  <Table<OrderChange>
    items={changes}
    trackBy="id"
    wrapLines
    header={
      <Header variant="h2" counter={`(${changes.length})`}>
        Changes
      </Header>
    }
    ariaLabels={{ tableLabel: 'Changes of the order' }}
    empty={<Empty title="Nothing was changed" hint="It stands as it was ordered." />}
    columnDefinitions={[
      { id: 'sequence', header: 'Change', isRowHeader: true, cell: ({ sequence }) => sequence },
      { id: 'at', header: 'When', cell: ({ requestedAt }) => <Instant at={requestedAt} /> },
      { id: 'origin', header: 'Wanted by', cell: ({ origin }) => words(origin) },
      { id: 'what', header: 'What', cell: ({ lines }) => lines.map(lineText).join('; ') },
      {
        id: 'why',
        header: 'Why',
        cell: ({ reason, exceptionId }) => (
          <>
            {reason}
            {exceptionId && (
              <>
                {' '}
                (
                <EntityLink type="exception" id={exceptionId}>
                  the exception
                </EntityLink>
                )
              </>
            )}
          </>
        ),
      },
      {
        id: 'system',
        header: 'In the system',
        cell: ({ posting, system, refusal }) =>
          posting === 'none' ? 'Not needed' : `${words(posting)} (${system})${refusal ? `: ${refusal}` : ''}`,
      },
      {
        id: 'told',
        header: 'Supplier told',
        cell: ({ telling }) => (telling === 'none' ? 'Not needed' : words(telling)),
      },
    ]}
  />
);

function lineText({
  lineNumber,
  action,
  quantity,
  price,
  requestedDate,
}: OrderChange['lines'][number]): string {
  if (action === 'cancel') return `line ${lineNumber} cancelled`;
  const to = [
    quantity && quantityText(quantity),
    price && priceText(price),
    requestedDate && `for ${dateText(requestedDate)}`,
  ].filter(Boolean);
  return `line ${lineNumber} ${action === 'add' ? 'added' : 'to'} ${to.join(', ')}`;
}
