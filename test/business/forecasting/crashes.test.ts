import { describe, expect, it } from 'vitest';
import { checkForecastChunk } from '#business/forecasting/check-forecast-chunk.ts';
import { concludeForecastRelease } from '#business/forecasting/conclude-forecast-release.ts';
import { releaseIdOf } from '#business/forecasting/model.ts';
import { splitForecastFile } from '#business/forecasting/split-forecast-file.ts';
import { isRetryable } from '#core/kernel/problem.ts';
import type { Result } from '#core/kernel/result.ts';
import { keepForecastFile } from '#platform/intake/keep-forecast-file.ts';
import { readyDesk } from '#test/builders/forecast-desk.ts';
import { aForecastCsv, aForecastRow, weeklyRows } from '#test/builders/forecast-file.ts';

type Desk = Awaited<ReturnType<typeof readyDesk>>;

const FILE = aForecastCsv([
  ...weeklyRows(3),
  aForecastRow({ quantity: 'NaN' }),
  aForecastRow({ item: 'ITEM-9' }),
  aForecastRow({ quantity: '41', bucket: '2026-11-30' }),
]);

class Crash extends Error {}

/** The port, dying at the call of that number: before it has an effect, or after it when its answer is lost. */
function crashing<T extends object>(port: T, calls: { left: number }, lost: boolean): T {
  const wrapped = Object.entries(port).map(([name, method]: [string, unknown]) => {
    if (typeof method !== 'function') return [name, method];
    const call = async (...args: unknown[]) => {
      calls.left -= 1;
      if (calls.left === 0 && !lost) throw new Crash(name);
      const answer: unknown = await method(...args);
      if (calls.left === 0) throw new Crash(name);
      return answer;
    };
    return [name, call];
  });
  return Object.fromEntries(wrapped);
}

/** Run a step as queue and workflow do: again after a crash or a retryable problem. */
async function step<T>(run: () => Promise<Result<T>>): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const result = await run();
      if (result.ok) return;
      if (!isRetryable(result.problem)) throw new Error(result.problem.detail);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
  throw new Error('five attempts were not enough');
}

/** From the dropped file to the conclusion, dying once at the call of that number; whether it came to that. */
async function live(desk: Desk, call: number, lost: boolean): Promise<boolean> {
  const calls = { left: call };
  const ports = {
    ...desk,
    records: crashing(desk.records, calls, lost),
    objects: crashing(desk.objects, calls, lost),
  };
  const correlationId = 'cor-crash-test';
  await desk.objects.write('landing', 'forecasts/a.csv', Buffer.from(FILE));
  const arrival = { key: 'forecasts/a.csv', drop: 'one', from: 'planner', correlationId };
  await step(() => keepForecastFile(ports, arrival));
  const [{ documentId = '' } = {}] = desk.started;
  const releaseId = releaseIdOf(documentId);
  await step(() => splitForecastFile(ports, { documentId, correlationId }));
  await step(() => checkForecastChunk(ports, { releaseId, partition: 0 }));
  await step(() => concludeForecastRelease(ports, { releaseId, correlationId }));
  return calls.left <= 0;
}

async function outcome(desk: Desk) {
  const [{ documentId = '' } = {}] = desk.started;
  const { body } = await desk.stored(releaseIdOf(documentId));
  return {
    release: body,
    document: await desk.document(documentId),
    events: desk.events(),
    quarantined: await desk.quarantined(body.id),
    series: desk.objects.text('work', `releases/${body.id}/series/0.ndjson`),
  };
}

describe('a crash at any call, before or after its effect', () => {
  it.each([
    ['before', false],
    ['after', true],
  ])('[O7] [E2] %s: what is run again ends where a quiet run ends', async (_, lost) => {
    const quiet = await readyDesk();
    await live(quiet, Number.POSITIVE_INFINITY, false);
    const expected = await outcome(quiet);
    expect(expected.release).toMatchObject({
      state: 'approved',
      counts: { received: 6, applied: 2, rejected: 0, quarantined: 4, inFlight: 0 },
    });
    let crashes = 0;
    for (let call = 1; ; call += 1) {
      const desk = await readyDesk();
      if (!(await live(desk, call, lost))) break;
      expect(await outcome(desk)).toEqual(expected);
      crashes = call;
    }
    expect(crashes).toBeGreaterThan(25);
  });
});
