import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Overview } from '#contracts/client.ts';
import { CategoryChart } from '../../parts/charts.tsx';
import { Empty } from '../../parts/empty.tsx';
import { LocalDate } from '../../parts/local-date.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { everyDay } from './days.ts';
import { wholeDays } from './in-step.ts';

type Entry = Overview['waiting'][number];

/** What waits for somebody or something now: how much, since when, and where it is worked off. */
export function Waiting({ overview }: { readonly overview: Overview }) {
  const entries = overview.waiting.filter(({ count }) => count > 0);
  return (
    <>
      <Table<Entry>
        items={entries}
        trackBy={({ what, by }) => `${what} ${by}`}
        wrapLines
        header={
          <Header variant="h2" description="By owner, queue, or system and lane. Open one to work it off.">
            What waits now
          </Header>
        }
        ariaLabels={{ tableLabel: 'What waits now' }}
        empty={<Empty title="Nothing waits" hint="Everything that arrived has been dealt with." />}
        columnDefinitions={[
          {
            id: 'what',
            header: 'What',
            isRowHeader: true,
            cell: ({ title, link }) => <PageLink href={link}>{title}</PageLink>,
          },
          { id: 'by', header: 'Who or what works it off', cell: ({ by }) => by },
          { id: 'count', header: 'How many', cell: ({ count }) => new Intl.NumberFormat().format(count) },
          {
            id: 'oldest',
            header: 'The oldest',
            cell: ({ oldestDay }) =>
              oldestDay === undefined ? (
                '–'
              ) : (
                <>
                  {ageText(wholeDays(oldestDay, overview.asOf))} (<LocalDate date={oldestDay} />)
                </>
              ),
          },
        ]}
      />
      {entries.length > 0 && <ByDay entries={entries} today={overview.asOf.slice(0, 10)} />}
    </>
  );
}

const ageText = (days: number): string =>
  days === 0 ? 'from today' : days === 1 ? 'from yesterday' : `${days} days old`;

/** `21 Nov`: within the last month a day needs no year. */
const shortDay = (day: string): string =>
  new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );

function ByDay({ entries, today }: { readonly entries: readonly Entry[]; readonly today: string }) {
  const began = entries.flatMap(({ byDay }) => byDay.map(({ day }) => day)).sort();
  // Days on which nothing began are shown too: the distance between two bars is time.
  const days = began[0] === undefined ? [] : everyDay(began[0], today);
  const series = entries.map(({ title, by, byDay }) => ({
    title: `${title}: ${by}`,
    points: days.map((day) => ({
      x: shortDay(day),
      y: byDay.find((one) => one.day === day)?.count ?? 0,
    })),
  }));
  return (
    <div style={{ marginBlockStart: '1.25rem' }}>
      <CategoryChart
        title="What waits, by the day it began"
        description="The further left a bar, the longer its things have been waiting."
        series={days.length === 0 ? [] : series}
        stacked
        height={200}
      />
    </div>
  );
}
