import { beforeEach, describe, expect, it } from 'vitest';
import { pullSource } from '#business/master-data/pull-source.ts';
import { type ProblemCode, ProblemError, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const correlationId = 'cor-00000001';
const source = { system: 'tryton', what: 'goods-receipts', everySeconds: 300, correlationId } as const;
type Counts = { readonly changed: number; readonly oldestChange?: string };

let clock: ReturnType<typeof fixedClock>;
let records: ReturnType<typeof memoryRecords>;
beforeEach(() => {
  clock = fixedClock();
  records = memoryRecords({ clock });
});

const pull = (pulled: Result<Counts> | (() => Promise<Result<Counts>>)) =>
  pullSource(
    { records, clock },
    source,
    async () => (typeof pulled === 'function' ? pulled() : pulled),
    (counts) => [counts],
  );
const refused = (code: ProblemCode) => fail(problem(code, 'It says so.'));
const status = async () => (await records.get('source-status', 'tryton:goods-receipts'))?.body;
const ago = (seconds: number) => new Date(Date.parse(clock.now()) - seconds * 1000).toISOString();

describe('what is pulled from a system', () => {
  it('[O2] tells how fresh it is, also when nothing was new', async () => {
    const first = clock.now();
    await pull(ok({ changed: 3 }));
    clock.advance(300_000);
    expect(await pull(ok({ changed: 0 }))).toEqual(ok({ changed: 0 }));
    expect(await status()).toEqual({
      ...{ id: 'tryton:goods-receipts', system: 'tryton', what: 'goods-receipts', everySeconds: 300 },
      ...{ triedAt: clock.now(), succeededAt: clock.now(), changed: 0, changedAt: first },
    });
    expect(records.published().map(({ data }) => data)).toEqual([
      expect.objectContaining({ sourceId: 'tryton:goods-receipts', succeeded: true, changed: 3 }),
      expect.objectContaining({ succeeded: true, changed: 0 }),
    ]);
  });

  it('[O2] lags by the oldest change that a pull brought, the first one apart', async () => {
    await pull(ok({ changed: 9, oldestChange: '2020-01-01T00:00:00.000Z' }));
    expect((await status())?.lagSeconds).toBeUndefined();
    await pull(ok({ changed: 2, oldestChange: ago(420) }));
    expect((await status())?.lagSeconds).toBe(420);
    await pull(ok({ changed: 0 }));
    expect((await status())?.lagSeconds).toBeUndefined();
  });

  it('[O2] tells why it failed, keeps when it last went well, and answers the failure', async () => {
    await pull(ok({ changed: 3 }));
    const good = clock.now();
    clock.advance(300_000);
    expect(await pull(refused('system-unavailable'))).toEqual(refused('system-unavailable'));
    expect(await status()).toMatchObject({
      ...{ succeededAt: good, triedAt: clock.now(), changed: 3 },
      failure: { code: 'system-unavailable', detail: 'It says so.' },
    });
    expect(records.published().at(-1)?.data).toMatchObject({ succeeded: false, changed: 0 });
    const thrown = () => Promise.reject(new ProblemError(problem('temporarily-unavailable', 'No answer.')));
    expect(await pull(thrown)).toMatchObject({ ok: false, problem: { code: 'temporarily-unavailable' } });
    expect((await status())?.failure?.code).toBe('temporarily-unavailable');
    await pull(ok({ changed: 0 }));
    expect((await status())?.failure).toBeUndefined();
  });

  it('[X3] is skipped while the system is paused, which is no failure of the pull', async () => {
    expect(await pull(refused('system-in-maintenance'))).toEqual(ok({ skipped: 'It says so.' }));
    expect((await status())?.failure?.code).toBe('system-in-maintenance');
  });
});
