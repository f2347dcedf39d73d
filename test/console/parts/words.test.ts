import { describe, expect, it } from 'vitest';
import { chartRows, domainOf } from '#console/parts/chart-rows.ts';
import { auditPathOf, pathOf } from '#console/parts/entity-paths.ts';
import { problemText } from '#console/parts/problem-text.ts';
import { stateLook } from '#console/parts/states.ts';
import { countText } from '#console/parts/table-counts.ts';
import { CrossdockError } from '#contracts/client.ts';

const refused = (status: number, code: string) =>
  new CrossdockError({
    type: 'about:blank',
    title: 'Refused',
    status,
    code,
    detail: 'Because.',
    hint: 'Do this.',
    faults: [{ at: 'body.reason', message: 'is missing' }],
    correlationId: 'c-1',
  });

describe('[O3] a failure says what happened and what to do', () => {
  it('what changed meanwhile asks to look again', () => {
    for (const code of ['version-stale', 'state-not-allowed']) {
      const text = problemText(refused(412, code));
      expect(text).toMatchObject({ kind: 'warning', title: 'It has changed meanwhile' });
      expect(text.hint).toContain('Nothing was done');
    }
  });

  it('a role that may not is told so, with the detail that names who may', () => {
    expect(problemText(refused(403, 'forbidden'))).toMatchObject({
      title: 'Your roles do not allow this',
      detail: 'Because.',
      correlationId: 'c-1',
    });
  });

  it('a sign-in that is refused although it is new says how to go on', () => {
    expect(problemText(refused(401, 'unauthenticated'))).toMatchObject({
      title: 'Your sign-in was not accepted',
      kind: 'error',
    });
  });

  it('every other problem speaks for itself, with its faults', () => {
    expect(problemText(refused(400, 'validation-failed'))).toEqual({
      kind: 'error',
      title: 'Refused',
      detail: 'Because.',
      hint: 'Do this.',
      faults: ['body.reason: is missing'],
      correlationId: 'c-1',
    });
  });

  it('a lost connection passes by itself', () => {
    expect(problemText(new TypeError('Failed to fetch'))).toMatchObject({
      kind: 'warning',
      title: 'Crossdock cannot be reached',
      detail: 'Failed to fetch',
    });
  });
});

describe('[O3] records are links', () => {
  it.each([
    ['exception', 'ex-1', '/exceptions/ex-1'],
    ['purchase-order', 'po 1/2', '/orders/po%201%2F2'],
    ['order-change', 'oc-1', '/documents?find=oc-1'],
    ['control-numbers', 'x', undefined],
  ])('%s %s leads to %s', (type, id, path) => {
    expect(pathOf(type, id)).toBe(path);
  });

  it('what was done to a record is in the audit', () => {
    expect(auditPathOf('exception', 'ex-1')).toBe('/audit?target=exception%23ex-1');
  });
});

describe('[O3] lists, states and charts in words', () => {
  const counts = { things: 'orders', shown: 3, loaded: 3, more: false, filtered: false };

  it.each([
    [{}, 'All 3 orders are shown.'],
    [{ more: true }, 'The first 3 orders are shown. There are more.'],
    [{ shown: 1, loaded: 1 }, 'There is only this one.'],
    [{ shown: 0, loaded: 0 }, ''],
    [{ shown: 1, filtered: true }, '1 of the 3 loaded orders match.'],
    [
      { shown: 1, filtered: true, more: true },
      '1 of the 3 loaded orders match. There are more: load them to search on.',
    ],
  ])('%j says "%s"', (change, text) => {
    expect(countText({ ...counts, ...change })).toBe(text);
  });

  it('a state has a look and a word, also one that nobody has met', () => {
    expect(stateLook('part_received')).toEqual({ tone: 'in-progress', text: 'Part received' });
    expect(stateLook('brand-new')).toEqual({ tone: 'info', text: 'Brand new' });
  });

  it('the table below a chart has every number once', () => {
    const series = [
      {
        points: [
          { x: 'a', y: 1 },
          { x: 'b', y: 2 },
        ],
      },
      {
        points: [
          { x: 'b', y: 3 },
          { x: 'c', y: 4 },
        ],
      },
    ];
    expect(chartRows(series)).toEqual([
      { x: 'a', values: [1, undefined] },
      { x: 'b', values: [2, 3] },
      { x: 'c', values: [undefined, 4] },
    ]);
    expect(domainOf(series, 10)).toEqual({ days: ['a', 'b', 'c'], highest: 11 });
    expect(domainOf([]).highest).toBe(1);
  });
});
