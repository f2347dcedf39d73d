import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Addition } from '#core/canonical/figures.ts';
import { unwrap } from '#core/kernel/result.ts';
import { eventIndexIn } from '#platform/read-model/event-index.ts';
import { figuresIn } from '#platform/read-model/figures.ts';
import type { ItemTable } from '#platform/read-model/item-table.ts';
import type { KeptRecord } from '#platform/read-model/model.ts';
import type { EventPlace, ReadModel, Step } from '#platform/read-model/ports.ts';
import { readModelIn } from '#platform/read-model/read-model.ts';

export interface OpenTable {
  readonly table: ItemTable;
  readonly close: () => Promise<void>;
}

const none: KeptRecord = { upTo: 0, version: 0, waiting: [], names: [] };
const day = '2026-11-20';

const anAddition = (changes: Partial<Addition> = {}): Addition => ({
  counted: 'postings',
  day,
  of: { system: 'tryton', supplier: 'sup-1' },
  numerator: 1,
  denominator: 2,
  ...changes,
});

const aStep = (id: string, changes: Partial<Step> = {}): Step => ({
  type: 'exception',
  id,
  before: undefined,
  after: { ...none, upTo: 1, version: 1 },
  additions: [],
  waiting: [],
  names: [],
  ...changes,
});

const anEvent = (id: string, at: string, sequence = 1): EventPlace & { readonly retentionDays: number } => ({
  event: 'exception-opened',
  at,
  type: 'exception',
  id,
  sequence,
  retentionDays: 800,
});

/** What every table of the read model does, run against each of them. */
export function readModelContract(name: string, open: () => Promise<OpenTable>): void {
  describe(`The read model: ${name}`, () => {
    let opened: OpenTable;
    let model: ReadModel;
    let figures: ReturnType<typeof figuresIn>;

    beforeEach(async () => {
      opened = await open();
      model = readModelIn(opened.table);
      figures = figuresIn(opened.table);
    });
    afterEach(() => opened.close());

    const figure = (dimension: 'all' | 'supplier', value: string) =>
      figures.days({ counted: 'postings', dimension, value }, day, day);

    it('[E3] a step made on what has changed since adds nothing', async () => {
      unwrap(await model.apply(aStep('ex-1', { additions: [anAddition()] })));
      const first = await model.kept('exception', 'ex-1');
      expect(first).toMatchObject({ upTo: 1, version: 1 });
      for (const before of [undefined, { ...none, upTo: 0, version: 1 }, { ...none, upTo: 1, version: 0 }]) {
        const again = await model.apply(aStep('ex-1', { before, additions: [anAddition()] }));
        expect(again.ok ? 'ok' : again.problem.code).toBe('record-changed');
      }
      unwrap(await model.apply(aStep('ex-1', { before: first, after: { ...none, upTo: 2, version: 2 } })));
      expect(await figure('all', 'all')).toEqual([{ day, numerator: 1, denominator: 2, buckets: [] }]);
    });

    it('[O2] what many count at the same moment adds up, for all and for each value', async () => {
      const steps = Array.from({ length: 24 }, (_, n) =>
        aStep(`ex-${n}`, {
          additions: [
            anAddition({ of: { supplier: `sup-${n % 2}` } }),
            anAddition({ of: { supplier: 'sup-0' } }),
          ],
        }),
      );
      for (const result of await Promise.all(steps.map((step) => model.apply(step)))) unwrap(result);
      expect(await figure('all', 'all')).toEqual([{ day, numerator: 48, denominator: 96, buckets: [] }]);
      expect(await figure('supplier', 'sup-0')).toEqual([
        { day, numerator: 36, denominator: 72, buckets: [] },
      ]);
      expect(await figures.values('postings', 'supplier', 10)).toEqual(['sup-0', 'sup-1']);
      expect(await figures.values('postings', 'supplier', 1)).toEqual(['sup-0']);
    });

    it('[O2] durations are counted by their bucket', async () => {
      const took = (seconds: number) => anAddition({ numerator: seconds, denominator: 1, seconds });
      unwrap(await model.apply(aStep('ex-1', { additions: [took(1), took(7), took(8), took(9_999_999)] })));
      const [found] = await figure('all', 'all');
      expect(found?.denominator).toBe(4);
      expect(found?.buckets[0]).toBe(1);
      expect(found?.buckets[3]).toBe(2);
      expect(found?.buckets[21]).toBe(1);
    });

    it('[O2] days outside of those asked for are left out', async () => {
      const on = (when: string) => anAddition({ day: when });
      unwrap(
        await model.apply(
          aStep('ex-1', { additions: ['2026-11-18', '2026-11-19', '2026-11-21', '2026-11-22'].map(on) }),
        ),
      );
      const found = await figures.days(
        { counted: 'postings', dimension: 'all', value: 'all' },
        '2026-11-19',
        '2026-11-21',
      );
      expect(found.map((one) => one.day)).toEqual(['2026-11-19', '2026-11-21']);
    });

    it('[O2] what waits no more leaves nothing behind', async () => {
      const waits = (count: number) => [{ what: 'exceptions', by: 'buyer', day, count }];
      unwrap(await model.apply(aStep('ex-1', { waiting: waits(1) })));
      unwrap(await model.apply(aStep('ex-2', { waiting: waits(3) })));
      expect(await figures.waiting('exceptions', day)).toEqual(waits(4));
      expect(await figures.waiting('exceptions', '2026-11-21')).toEqual([]);
      for (const [id, count] of [
        ['ex-1', -1],
        ['ex-2', -3],
      ] as const) {
        const before = await model.kept('exception', id);
        unwrap(
          await model.apply(
            aStep(id, { before, after: { ...none, upTo: 2, version: 2 }, waiting: waits(count) }),
          ),
        );
      }
      expect(await figures.waiting('exceptions', day)).toEqual([]);
      expect(await opened.table.query({ pk: 'WAITING#exceptions', limit: 10 })).toEqual([]);
    });

    it('[C1] a record is found under each of its names, in capital letters or not', async () => {
      const found = {
        type: 'exception',
        id: 'ex-1',
        title: 'An exception',
        matched: 'order number',
        at: day,
      } as const;
      unwrap(
        await model.apply(
          aStep('ex-1', {
            names: [
              { name: 'po-71 a', found },
              { name: '000123', found },
            ],
          }),
        ),
      );
      expect(await figures.find('PO-71A', 10)).toEqual([found]);
      expect(await figures.find(' 123', 10)).toEqual([found]);
      expect(await figures.find('PO-71', 10)).toEqual([]);
    });

    it('[E4] events are chosen by name and time, page by page, oldest first', async () => {
      const times = ['2026-11-01T10:00:00.000Z', '2026-11-01T11:00:00.000Z', '2026-11-12T09:00:00.000Z'];
      for (const [n, at] of times.entries()) {
        for (const id of ['a', 'b', 'c']) {
          unwrap(await model.apply(aStep(`ex-${id}${n}`, { event: anEvent(`ex-${id}${n}`, at) })));
        }
      }
      const index = eventIndexIn(opened.table);
      const read = async (from: string, to: string, limit: number) => {
        const entries: EventPlace[] = [];
        let cursor: string | undefined;
        do {
          const page = await index.eventsOf({
            event: 'exception-opened',
            from,
            to,
            limit,
            ...(cursor && { cursor }),
          });
          expect(page.entries.length).toBeLessThanOrEqual(limit);
          entries.push(...page.entries);
          cursor = page.cursor;
        } while (cursor !== undefined);
        return entries.map(({ id }) => id);
      };
      const all = ['a0', 'b0', 'c0', 'a1', 'b1', 'c1', 'a2', 'b2', 'c2'].map((id) => `ex-${id}`);
      const [first = '', second = '', last = ''] = times;
      expect(await read(first, last, 2)).toEqual(all);
      expect(await read(first, last, 1000)).toEqual(all);
      expect(await read(second, second, 10)).toEqual(['ex-a1', 'ex-b1', 'ex-c1']);
      expect(await read('2026-11-01T10:30:00.000Z', '2026-11-12T08:59:59.999Z', 10)).toHaveLength(3);
      await expect(
        index.eventsOf({ event: 'exception-opened', from: first, to: last, limit: 1, cursor: 'x' }),
      ).rejects.toThrow('The cursor is not one of these events');
    });
  });
}
