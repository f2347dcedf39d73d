import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { DecisionRecord, OpenSupply } from '#contracts/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { decimalText, instantText } from '../../parts/format.ts';
import { LocalDate } from '../../parts/local-date.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { type InputFact, inputFacts } from './input-facts.ts';

/** What was known when it was computed, in which version: from this alone it can be computed again. */
export function Inputs({ record }: { readonly record: DecisionRecord }) {
  return (
    <ExpandableSection
      variant="container"
      headerText="What was known, and in which version"
      headerDescription={`As it was at ${instantText(record.plannedAt)}. From this alone the same can be computed again.`}
    >
      <SpaceBetween size="l">
        <Table<InputFact>
          variant="borderless"
          items={inputFacts(record.inputs)}
          trackBy="what"
          wrapLines
          ariaLabels={{ tableLabel: 'What was known' }}
          columnDefinitions={[
            { id: 'what', header: 'Record', isRowHeader: true, cell: ({ what }) => what },
            { id: 'said', header: 'What it said', cell: ({ said }) => said },
            { id: 'version', header: 'Version', cell: ({ version }) => version ?? '–' },
          ]}
        />
        <Supply supply={record.inputs.supply} />
      </SpaceBetween>
    </ExpandableSection>
  );
}

const Supply = ({ supply }: { readonly supply: readonly OpenSupply[] }) => (
  <Table<OpenSupply>
    variant="borderless"
    items={supply}
    trackBy={({ purchaseOrderId, lineNumber }) => `${purchaseOrderId} ${lineNumber}`}
    wrapLines
    ariaLabels={{ tableLabel: 'Open orders that were counted' }}
    empty={<Empty title="No order was open" />}
    columnDefinitions={[
      {
        id: 'order',
        header: 'Open order',
        isRowHeader: true,
        cell: ({ purchaseOrderId, lineNumber }) => (
          <>
            <EntityLink type="purchase-order" id={purchaseOrderId} />, line {lineNumber}
          </>
        ),
      },
      { id: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
      { id: 'open', header: 'Still to come', cell: ({ openQuantity }) => decimalText(openQuantity) },
      { id: 'expected', header: 'Expected', cell: ({ expectedDate }) => <LocalDate date={expectedDate} /> },
      { id: 'version', header: 'Version', cell: ({ version }) => version },
    ]}
  />
);
