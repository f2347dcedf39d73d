import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  entryOf,
  isRetryable,
  type ProblemCode,
  ProblemError,
  problem,
  problemCatalogue,
} from '#core/kernel/problem.ts';
import { fail, ok, unwrap } from '#core/kernel/result.ts';

const codes = Object.keys(problemCatalogue) as ProblemCode[];

describe('problem catalogue', () => {
  it('[A5] every area is in it, and no code is in two areas, where one would hide the other', async () => {
    const folder = new URL('../../../src/core/kernel/problems/', import.meta.url);
    const areas = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)));
    const entries = areas.flatMap((area) => Object.values(area as Record<string, object>));
    expect(entries.flatMap((entry) => Object.keys(entry)).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('[A5] %s has a status of HTTP, a title and a hint that say something', (code) => {
    const { status, title, hint } = entryOf(code);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(hint).toMatch(/^[A-Z].*\.$/);
  });

  it.each(codes)('[A5] %s: what a caller got wrong is not retried by a timer', (code) => {
    const { status, disposition } = entryOf(code);
    const mayRetry = [409, 429].includes(status) || status >= 500;
    expect(disposition === 'terminal' || mayRetry).toBe(true);
  });

  it('a retryable problem is told from a terminal one by its code', () => {
    expect(isRetryable(problem('record-changed', 'x'))).toBe(true);
    expect(isRetryable(problem('identifier-taken', 'x'))).toBe(false);
  });
});

describe('results', () => {
  it('unwrapping gives the value, or throws what the problem says', () => {
    expect(unwrap(ok(7))).toBe(7);
    expect(() => unwrap(fail(problem('not-found', 'no item A')))).toThrow('not-found: no item A');
  });

  it('a thrown problem carries it', () => {
    const thrown = new ProblemError(problem('not-found', 'no item A'));
    expect(thrown).toMatchObject({ name: 'ProblemError', problem: { code: 'not-found' } });
    expect(thrown.message).toBe('not-found: no item A');
  });
});
