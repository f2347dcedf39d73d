import type { MeasureDefinition } from '#business/measures/definition.ts';
import { measureDefinitions } from '#business/measures/definitions.ts';

const made: { readonly [S in MeasureDefinition['statistic']]: string } = {
  ratio: 'share',
  count: 'count',
  p50: 'median',
  p95: '95th percentile',
  'cut-offs': 'share of cut-offs',
  waiting: 'now',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The table of every measure, as `docs/measures.md` has it. */
export const measuresTable = (): string =>
  [
    '| measure | id | figure | numerator | denominator | left out | by | better |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...measureDefinitions.map(
      ({ id, title, statistic, numerator, denominator = '', exclusions = '', dimensions, better }) =>
        `| ${[
          title,
          `\`${id}\``,
          made[statistic],
          numerator,
          denominator,
          exclusions,
          dimensions.join(', '),
          better,
        ]
          .map(cell)
          .join(' | ')} |`,
    ),
  ].join('\n');
