import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { DecisionRecord, NetRow } from '#contracts/client.ts';
import { TimeChart } from '../../parts/charts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { decimalText, quantityText, unitText } from '../../parts/format.ts';
import { LocalDate } from '../../parts/local-date.tsx';

/** Stock week by week, as a chart and as the table it was computed in. */
export function NetTable({ record: { net, inputs } }: { readonly record: DecisionRecord }) {
  const unit = inputs.item?.baseUnit ?? inputs.forecast.unit;
  const points = (name: 'projected' | 'demand' | 'safetyStock') =>
    net.map((row) => ({ x: row.bucket, y: Number(row[name]) }));
  const number = (name: keyof Omit<NetRow, 'bucket'>, header: string) => ({
    id: name,
    header,
    cell: (row: NetRow) => decimalText(row[name]),
  });
  return (
    <SpaceBetween size="l">
      <TimeChart
        title="Stock week by week"
        description="Stock at the end of each week, with what is proposed; the demand; and what must stay in stock."
        series={[
          { title: 'Stock', points: points('projected') },
          { title: 'Demand', points: points('demand') },
          { title: 'Safety stock', points: points('safetyStock') },
        ]}
        valueText={(y) => quantityText({ value: String(y), unit })}
        height={200}
      />
      <Table<NetRow>
        items={net}
        trackBy="bucket"
        header={
          <Header
            variant="h2"
            description="Missing = safety stock − (stock before + coming in − demand), never less than nothing."
          >
            {`The computation, in ${unitText(unit, '2')}`}
          </Header>
        }
        ariaLabels={{ tableLabel: 'The computation week by week' }}
        empty={<Empty title="Every week of the forecast is over" />}
        columnDefinitions={[
          {
            id: 'bucket',
            header: 'Week of',
            isRowHeader: true,
            cell: ({ bucket }) => <LocalDate date={bucket} />,
          },
          number('demand', 'Demand'),
          number('receipts', 'Coming in'),
          number('safetyStock', 'Safety stock'),
          number('net', 'Missing'),
          number('planned', 'A new order brings'),
          number('projected', 'Stock at the end'),
        ]}
      />
    </SpaceBetween>
  );
}
