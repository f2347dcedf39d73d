import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Scorecard } from '#contracts/client.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { monthText } from './months.ts';
import { behind, type Measure, type MeasureId, measureOf, measureWords, valueText } from './scorecards.ts';

/** Every measure of every month, and of the newest what is behind it. */
export function MeasureTable({ cards }: { readonly cards: readonly Scorecard[] }) {
  const newest = cards.at(-1);
  const measures = newest?.measures.map(({ measure }) => measure) ?? [];
  return (
    <Table<MeasureId>
      items={measures}
      trackBy={(id) => id}
      wrapLines
      stickyColumns={{ first: 1 }}
      ariaLabels={{ tableLabel: 'Every measure' }}
      header={
        <Header description="What a figure counts stands below its name; what missed it leads to the records.">
          Every measure
        </Header>
      }
      columnDefinitions={[
        {
          id: 'measure',
          header: 'Measure',
          isRowHeader: true,
          minWidth: 260,
          cell: (id) => (
            <>
              <b>{measureWords[id].name}</b>
              <Box color="text-body-secondary" fontSize="body-s">
                {measureWords[id].counts}
              </Box>
            </>
          ),
        },
        ...cards.map((card) => ({
          id: card.month,
          header: monthText(card.month),
          minWidth: 100,
          cell: (id: MeasureId) => <Figure measure={measureOf(card, id)} />,
        })),
        {
          id: 'missed',
          header: newest ? `Missed in ${monthText(newest.month)}` : 'Missed',
          minWidth: 180,
          cell: (id: MeasureId) => <Missed measure={measureOf(newest, id)} />,
        },
      ]}
    />
  );
}

function Figure({ measure }: { readonly measure: Measure | undefined }) {
  if (!measure) return '–';
  return (
    <>
      {valueText(measure)}
      {measure.denominator > 0 && (
        <Box color="text-body-secondary" fontSize="body-s">
          {measure.numerator} of {measure.denominator}
        </Box>
      )}
    </>
  );
}

function Missed({ measure }: { readonly measure: Measure | undefined }) {
  if (!measure || measure.missed.length === 0) return '–';
  const all = measure.denominator - measure.numerator;
  const more = all - measure.missed.length;
  return (
    <ExpandableSection headerText={`${all} missed`}>
      <ul style={{ margin: 0 }}>
        {measure.missed.map((id) => {
          const record = behind(measure.measure, id);
          return (
            <li key={id}>
              <EntityLink type={record.type} id={record.id}>
                {record.text}
              </EntityLink>
            </li>
          );
        })}
      </ul>
      {more > 0 && <Box color="text-body-secondary">and {more} more</Box>}
    </ExpandableSection>
  );
}
