import { describe, expect, it } from 'vitest';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';

/** A decision before which so many others come. */
const overtaken = (times: number) => {
  let left = times;
  return async () => {
    left -= 1;
    return left >= 0 ? fail(problem('record-changed', 'changed')) : ok('done');
  };
};

describe('deciding again', () => {
  it('[O7] whoever is overtaken by thirty others at one record still comes through', async () => {
    expect(await decideAgain(overtaken(30))).toEqual({ ok: true, value: 'done' });
  });

  it('[O7] it ends, and says why, where there is no end of others', async () => {
    const result = await decideAgain(overtaken(1000));
    expect(result).toMatchObject({ ok: false, problem: { code: 'record-changed' } });
  });

  it('[O7] any other problem is passed on at once', async () => {
    let asked = 0;
    const result = await decideAgain(async () => {
      asked += 1;
      return fail(problem('not-found', 'gone'));
    });
    expect([result.ok, asked]).toEqual([false, 1]);
  });
});
