import { describe, expect, it } from 'vitest';
import { judge } from '#console/pages/overview/in-step.ts';
import type { Overview } from '#contracts/client.ts';

const asOf = '2026-11-20T10:00:00.000Z';

const aMeasure = (over: Partial<Overview['measures'][number]> = {}): Overview['measures'][number] => ({
  id: 'acknowledgement-match-rate',
  title: 'Answers that agree',
  unit: 'ratio',
  value: 0.95,
  numerator: 95,
  denominator: 100,
  definition: 'Lines within tolerance of all answered lines.',
  better: 'higher',
  dimensions: ['supplier'],
  days: [],
  link: '/exceptions?role=buyer',
  ...over,
});

const aDay = (day: string, numerator: number, denominator = 100) => ({
  day,
  value: numerator / denominator,
  numerator,
  denominator,
});

const waitingOf = (over: Partial<Overview['waiting'][number]> = {}): Overview['waiting'][number] => ({
  what: 'exceptions',
  title: 'Exceptions of buyers',
  by: 'buyer',
  count: 4,
  oldestDay: '2026-11-19',
  byDay: [],
  link: '/exceptions?role=buyer',
  ...over,
});

const aSource = (over: Partial<Overview['sources'][number]> = {}): Overview['sources'][number] => ({
  id: 'tryton:goods-receipts',
  system: 'tryton',
  what: 'goods-receipts',
  triedAt: asOf,
  succeededAt: asOf,
  changed: 3,
  everySeconds: 300,
  freshness: 'fresh',
  ageSeconds: 120,
  ...over,
});

const judged = (over: Partial<Overview> = {}) =>
  judge({ asOf, measures: [aMeasure()], waiting: [], sources: [aSource()], ...over });

describe('is the business in step', () => {
  it('[O2] it is, when sources are fresh and nothing waits', () => {
    expect(judged()).toEqual({
      tone: 'success',
      sentence: 'The business is in step: every source is fresh, and nothing waits.',
      concerns: [],
    });
  });

  it('[O2] it is, while what waits for people is younger than they may take', () => {
    const { tone, sentence } = judged({ waiting: [waitingOf({ oldestDay: '2026-11-18' })] });
    expect(tone).toBe('success');
    expect(sentence).toMatch(/nothing waits longer than it should/);
  });

  it('[O2] nothing can be said before anything was counted', () => {
    const { value: _none, ...uncounted } = aMeasure({ numerator: 0, denominator: 0 });
    expect(judged({ measures: [uncounted], sources: [] }).tone).toBe('info');
  });

  it('[O2] a stale source puts it out of step, with why and where to look', () => {
    const failure = { code: 'system-unavailable', detail: 'No answer within 10 s.' };
    const { tone, sentence, concerns } = judged({
      sources: [aSource({ freshness: 'stale', ageSeconds: 10_800, failure })],
    });
    expect(tone).toBe('error');
    expect(sentence).toBe(
      'The business is out of step: goods receipts from Tryton came last 3 h ago (No answer within 10 s.).',
    );
    expect(concerns[0]?.href).toBe('/systems/tryton');
  });

  it('[O2] a lagging source is worth a look, and one that never came says so', () => {
    const { ageSeconds: _never, ...source } = aSource({ freshness: 'lagging' });
    const { tone, sentence } = judged({ sources: [source] });
    expect(tone).toBe('warning');
    expect(sentence).toMatch(/never came/);
  });

  it('[O2] a dead letter is worth a look from its first day, a posting from its second', () => {
    const dead = waitingOf({ what: 'dead-letters', count: 1, oldestDay: '2026-11-20' });
    expect(judged({ waiting: [dead] }).concerns).toMatchObject([
      { tone: 'warning', text: expect.stringMatching(/1 waits, the oldest since today/) },
    ]);
    const posting = waitingOf({ what: 'postings', oldestDay: '2026-11-20' });
    expect(judged({ waiting: [posting] }).tone).toBe('success');
    expect(judged({ waiting: [{ ...posting, oldestDay: '2026-11-19' }] }).tone).toBe('warning');
  });

  it('[O2] what people leave for five days is serious, and stands before what is not', () => {
    const { tone, concerns } = judged({
      sources: [aSource({ freshness: 'lagging' })],
      waiting: [waitingOf({ oldestDay: '2026-11-15' })],
    });
    expect(tone).toBe('error');
    expect(concerns.map((concern) => concern.tone)).toEqual(['error', 'warning']);
    expect(concerns[0]?.text).toBe('Exceptions of buyers (buyer): 4 wait, the oldest for 5 days');
  });

  it('[O2] a share that fell by five points or more on its last day is worth a look', () => {
    const fell = (last: number) =>
      aMeasure({ days: [aDay('2026-11-18', 94), aDay('2026-11-19', 96), aDay('2026-11-20', last)] });
    expect(judged({ measures: [fell(91)] }).tone).toBe('success');
    const { concerns } = judged({ measures: [fell(90)] });
    expect(concerns).toEqual([
      {
        tone: 'warning',
        text: 'Answers that agree: 90% on 2026-11-20, after 95%',
        href: '/exceptions?role=buyer',
      },
    ]);
  });

  it('[O2] a share that rose is no concern, nor one that should be low and fell', () => {
    const days = [aDay('2026-11-19', 80), aDay('2026-11-20', 99)];
    expect(judged({ measures: [aMeasure({ days })] }).tone).toBe('success');
    const lower = aMeasure({ better: 'lower', days: [aDay('2026-11-19', 99), aDay('2026-11-20', 80)] });
    expect(judged({ measures: [lower] }).tone).toBe('success');
  });

  it('[O2] a time that doubled is worth a look; a count never is', () => {
    const days = [aDay('2026-11-19', 60, 1), aDay('2026-11-20', 120, 1)];
    const time = aMeasure({ unit: 'seconds', better: 'lower', days });
    expect(judged({ measures: [time] }).concerns[0]?.text).toMatch(/2 min on 2026-11-20, after 1 min/);
    expect(judged({ measures: [{ ...time, unit: 'count' }] }).concerns).toEqual([]);
  });

  it('[O2] the sentence names the worst and counts the others', () => {
    const { sentence } = judged({
      waiting: [
        waitingOf({ oldestDay: '2026-11-10' }),
        waitingOf({ what: 'dead-letters', title: 'Dead letters' }),
      ],
    });
    expect(sentence).toMatch(
      /exceptions of buyers \(buyer\): 4 wait, the oldest for 10 days, and 1 more thing\.$/,
    );
  });
});
