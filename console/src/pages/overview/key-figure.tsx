import Box from '@cloudscape-design/components/box';
import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Overview } from '#contracts/client.ts';
import { linkTo } from '../../parts/filters.ts';
import type { KeyFigure } from '../../parts/key-figures.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { figureText, shareText, trendOf, trendText } from './figure-text.ts';

type Measure = Overview['measures'][number];

/** One figure: its value leads to the records, the note says where it is going, what it counts, and by what it splits. */
export const keyFigureOf = (measure: Measure, days: number): KeyFigure => ({
  label: measure.title,
  value: figureText(measure.unit, measure.value),
  href: measure.link,
  note: <Note measure={measure} days={days} />,
});

function Note({ measure, days }: { readonly measure: Measure; readonly days: number }) {
  const { id, title, unit, better, definition } = measure;
  const trend = trendOf(measure.days, unit, better);
  const share = shareText(measure, unit);
  return (
    <SpaceBetween size="xxs">
      {trend && (
        <span>
          <StatusIndicator type={trend.good ? (trend.direction === 'level' ? 'info' : 'success') : 'warning'}>
            {figureText(unit, trend.now)}
          </StatusIndicator>{' '}
          {trendText(trend, unit)}
        </span>
      )}
      {share !== '' && <span>{share}</span>}
      {/* Beside each other and away from the figure, which is a link too: each is large enough to hit. */}
      <Box padding={{ top: 'xs' }}>
        <SpaceBetween direction="horizontal" size="m">
          <span title={definition}>
            <Popover header={title} content={definition} triggerType="text" dismissAriaLabel="Close">
              What is counted
            </Popover>
          </span>
          <PageLink
            href={linkTo(`/measures/${encodeURIComponent(id)}`, { days: String(days) })}
            fontSize="body-s"
            label={`Break it down: ${title}`}
          >
            Break it down
          </PageLink>
        </SpaceBetween>
      </Box>
    </SpaceBetween>
  );
}
