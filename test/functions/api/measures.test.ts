import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import * as resources from '#api/resources/measures.ts';
import type { AnyChange } from '#core/kernel/records.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { aReadModelRoom } from '#test/builders/a-read-model-room.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { measureHandlers } from '#test/builders/measure-handlers.ts';
import { happenings } from '#test/builders/read-model-happenings.ts';

const [open, , resolve] = happenings.exception;
const [request, refuse, confirm] = happenings.order;

let room: ReturnType<typeof aReadModelRoom>;
let settings: ReturnType<typeof settingsWithConsumer>;
let handlers: ReturnType<typeof measureHandlers>;

beforeEach(() => {
  room = aReadModelRoom();
  settings = settingsWithConsumer();
  const { figures, records, clock } = room;
  handlers = measureHandlers({ figures, records, settings, clock });
});

const ask = (what: keyof typeof handlers, query: object, params: object = {}) =>
  call(handlers[what], {
    ...aPerson('auditor'),
    params: { ...params },
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  });

/** What an operation answers, as its contract has it. */
const overview = async (days: number) =>
  resources.overview.parse(JSON.parse((await ask('get-overview', { days })).body));
const measure = async (measureId: string, query: object) =>
  resources.measureSeries.parse(JSON.parse((await ask('get-measure', query, { measureId })).body));
const search = async (q: string) => resources.found.parse(JSON.parse((await ask('search', { q })).body));

async function happen(): Promise<void> {
  for (const id of ['ex-1', 'ex-2', 'ex-3']) await open(room, id);
  room.clock.advance(86_400_000);
  await resolve(room, 'ex-1');
  for (const act of [request, refuse, request, confirm]) await act(room, 'po-1');
  await request(room, 'po-2');
  await room.commit(aSource());
  await room.deliverAll();
}

const aSource = (): AnyChange => ({
  type: 'source-status',
  id: 'tryton:master-data',
  expect: 'absent',
  body: {
    id: 'tryton:master-data',
    system: 'tryton',
    what: 'master-data',
    triedAt: room.clock.now(),
    succeededAt: room.clock.now(),
    changed: 0,
    everySeconds: 900,
  },
});

describe('measures by API', () => {
  it('[O2] the overview says how it stands, what waits and how fresh sources are', async () => {
    await happen();
    const body = await overview(7);
    const of = (id: string) => body.measures.find((one) => one.id === id);
    expect(body).toMatchObject({ from: '2026-11-11', to: '2026-11-17' });
    expect(of('posting-success')).toMatchObject({ value: 0.5, numerator: 1, denominator: 2, unit: 'ratio' });
    expect(of('exceptions-opened')).toMatchObject({
      value: 3,
      days: [{ day: '2026-11-16', value: 3, numerator: 3 }],
    });
    expect(of('invoice-match-rate')).not.toHaveProperty('value');
    expect(body.waiting).toContainEqual({
      what: 'exceptions',
      title: 'Open exceptions',
      by: 'buyer',
      count: 2,
      oldestDay: '2026-11-16',
      byDay: [{ day: '2026-11-16', count: 2 }],
      link: '/exceptions?queue=buyer',
    });
    expect(body.waiting).toContainEqual(
      expect.objectContaining({ what: 'postings', by: 'tryton create-purchase-order', count: 1 }),
    );
    expect(body.sources).toEqual([expect.objectContaining({ freshness: 'fresh', ageSeconds: 0 })]);
  });

  it('[O2] the overview takes one read a measure and one a kind of what waits, however much there is', async () => {
    const readsOf = async () => {
      const before = room.table.reads.queries;
      await overview(90);
      return room.table.reads.queries - before;
    };
    const empty = await readsOf();
    expect(empty).toBe(26);
    await happen();
    expect(await readsOf()).toBe(empty);
  });

  it('[O2] timeliness is counted of agreed cut-offs alone', async () => {
    const timeliness = async () => {
      return (await overview(14)).measures.find(({ id }) => id === 'forecast-timeliness');
    };
    expect(await timeliness()).toMatchObject({ numerator: 0, denominator: 0 });
    await settings.write(
      'measures',
      { forecastDue: { weekday: 1, time: '06:00', zone: 'Europe/Berlin', since: '2026-11-01' } },
      'absent',
      { actor: { kind: 'person', id: 'planner-1' }, action: 'put-setting', reason: 'agreed' },
    );
    expect(await timeliness()).toMatchObject({ value: 0, numerator: 0, denominator: 2 });
  });

  it('[O2] a measure is broken down by what it can be broken down by, each with where its records are', async () => {
    await happen();
    const period = { from: '2026-11-01', to: '2026-11-30' };
    const bySystem = await measure('posting-success', { ...period, dimension: 'system' });
    expect(bySystem).toMatchObject({
      value: 0.5,
      dimension: 'system',
      values: [{ of: 'tryton', value: 0.5, link: '/systems/tryton' }],
    });
    const one = await measure('posting-success', { ...period, dimension: 'supplier', value: 'sup-2' });
    expect(one).toMatchObject({ values: [{ of: 'sup-2', numerator: 1, link: '/suppliers/sup-2' }] });
    const waits = await measure('exceptions-waiting', period);
    expect(waits).toMatchObject({ value: 2, dimension: 'owner', values: [{ of: 'buyer', value: 2 }] });
    const kinds = await measure('exceptions-waiting', { ...period, dimension: 'kind' });
    expect(kinds).toMatchObject({ values: [{ of: 'price-difference', value: 2 }] });
  });

  it('[O2] what there is not is said to be not', async () => {
    const period = { from: '2026-11-01', to: '2026-11-30' };
    expectProblem(await ask('get-measure', period, { measureId: 'happiness' }), 404, 'not-found');
    expectProblem(
      await ask('get-measure', { ...period, dimension: 'queue' }, { measureId: 'posting-success' }),
      400,
      'validation-failed',
    );
    const turned = { from: '2026-11-30', to: '2026-11-01' };
    expectProblem(
      await ask('get-measure', turned, { measureId: 'posting-success' }),
      400,
      'validation-failed',
    );
  });

  it.each([
    ['PO-71', 'ex-1', 'order number'],
    [' po-71 ', 'ex-1', 'order number'],
    ['po-1', 'po-1', 'id'],
    ['cor-read-model-1', 'po-1', 'correlation id'],
  ])('[O1] %s finds %s by its %s, in one read', async (q, id, matched) => {
    await happen();
    const before = room.table.reads.queries;
    const { entries } = await search(q);
    expect(room.table.reads.queries - before).toBe(1);
    expect(entries).toContainEqual(expect.objectContaining({ id, matched }));
  });

  it('[O1] what nobody knows is not found', async () => {
    await happen();
    expect(await search('nobody knows')).toEqual({ entries: [] });
  });
});
