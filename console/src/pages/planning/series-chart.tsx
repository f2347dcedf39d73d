import Button from '@cloudscape-design/components/button';
import { useApi } from '../../api/client.ts';
import { useRecord } from '../../api/use-record.ts';
import { TimeChart } from '../../parts/charts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { quantityText } from '../../parts/format.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { seriesPoints } from './series-points.ts';

interface SeriesChartProps {
  readonly releaseId: string;
  readonly itemId: string;
  readonly locationId: string;
  readonly onHide: () => void;
}

/** The forecast of one item at one location, this release beside the baseline it follows. */
export function SeriesChart({ releaseId, itemId, locationId, onHide }: SeriesChartProps) {
  const api = useApi();
  const query = useRecord(
    ['series', releaseId, itemId, locationId],
    () => api.getForecastSeries({ releaseId, itemId, locationId }),
    { interval: false },
  );
  return (
    <Loaded
      query={query}
      what="the weeks"
      absent={<Empty title={`${itemId} at ${locationId} is in neither of them`} />}
    >
      {({ data: { series, baseline } }) => {
        const unit = series?.unit ?? baseline?.series?.unit ?? '';
        return (
          <TimeChart
            title={`${itemId} at ${locationId}`}
            description="Week by week: this release beside the baseline it follows."
            series={[
              ...(baseline?.series ? [{ title: 'Before', points: seriesPoints(baseline.series) }] : []),
              ...(series ? [{ title: 'Now', points: seriesPoints(series) }] : []),
            ]}
            valueText={(y) => quantityText({ value: String(y), unit })}
            actions={<Button onClick={onHide}>Hide</Button>}
          />
        );
      }}
    </Loaded>
  );
}
