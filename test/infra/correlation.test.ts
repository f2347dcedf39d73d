import { expect, it } from 'vitest';
import { forecastReleaseWorkflow } from '#lib/workflows/forecast-release.ts';
import { replenishReleaseWorkflow } from '#lib/workflows/replenish-release.ts';

interface Task {
  readonly name: string;
  readonly payload: unknown;
}

/** Every task of a definition, those inside its maps too. */
function tasksOf(definition: unknown, name = ''): Task[] {
  if (definition === null || typeof definition !== 'object') return [];
  if ('Type' in definition && definition.Type === 'Task' && 'Arguments' in definition) {
    return [{ name, payload: (definition.Arguments as { Payload: unknown }).Payload }];
  }
  return Object.entries(definition).flatMap(([key, inner]) => tasksOf(inner, key));
}

const everything = '{% $states.input %}';

it.each([
  [
    'forecast-release',
    forecastReleaseWorkflow(
      { splitForecastFile: 'a', checkForecastChunk: 'b', concludeForecastRelease: 'c' },
      'work',
    ),
  ],
  [
    'replenish-release',
    replenishReleaseWorkflow(
      {
        prepareReplenishment: 'a',
        planChunk: 'b',
        concludeReplenishment: 'c',
        proposeGroup: 'd',
        awaitApproval: 'e',
        requestPurchaseOrder: 'f',
      },
      'work',
    ),
  ],
])('[O1] every step of %s is given the correlation id', (_name, definition) => {
  const tasks = tasksOf(definition);
  expect(tasks.length).toBeGreaterThan(2);
  const without = tasks.filter(
    ({ payload }) => payload !== everything && !JSON.stringify(payload).includes('correlationId'),
  );
  expect(without.map(({ name }) => name)).toEqual([]);
  const maps = JSON.stringify(definition).match(/"ItemSelector":\{[^}]*\}/g) ?? [];
  expect(maps.filter((selector) => !selector.includes('correlationId'))).toEqual([]);
});
