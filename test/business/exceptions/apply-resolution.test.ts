import { beforeEach, describe, expect, it } from 'vitest';
import { applyResolution, type StepRuns } from '#business/exceptions/apply-resolution.ts';
import { exceptionRules } from '#business/exceptions/kinds.ts';
import { reopenException } from '#business/exceptions/reopen-exception.ts';
import { resolutionStep } from '#business/exceptions/resolution-steps.ts';
import { resolveException } from '#business/exceptions/resolve-exception.ts';
import {
  type ExceptionAction,
  exceptionActionSchema,
  exceptionKindSchema,
} from '#core/canonical/exception.ts';
import { type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, unwrap } from '#core/kernel/result.ts';
import { aDraft, openException } from '#test/builders/an-exception.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const clock = { now: () => '2026-11-23T08:00:00.000Z' };
let records: ReturnType<typeof memoryRecords>;
let ports: { records: typeof records; clock: typeof clock };
let ran: string[];
let failure: Problem | undefined;

beforeEach(() => {
  records = memoryRecords({ clock });
  ports = { records, clock };
  ran = [];
  failure = undefined;
});

const run = (step: string) => async () => {
  ran.push(step);
  return failure ? fail(failure) : ok(undefined);
};
const runs: StepRuns = {
  'buyer-decision': run('buyer-decision'),
  'extend-answer': run('extend-answer'),
  resend: run('resend'),
  'extend-acknowledgement': run('extend-acknowledgement'),
  reprocess: run('reprocess'),
  'reject-document': run('reject-document'),
  'override-invoice': run('override-invoice'),
  'reject-invoice': run('reject-invoice'),
  'reprocess-invoice': run('reprocess-invoice'),
  'post-again': run('post-again'),
};

const decided = async (draft = aDraft(), action: ExceptionAction = 'accept'): Promise<string> => {
  const exceptionId = await openException(ports, draft);
  const actor = { kind: 'consumer', id: 'anna' } as const;
  const asked = { exceptionId, expectedVersion: 1, actor, correlationId: 'cor-12345678', reason: 'yes' };
  unwrap(await resolveException(ports, { ...asked, decided: action }));
  return exceptionId;
};
const apply = (exceptionId: string) =>
  applyResolution(ports, runs, { exceptionId, correlationId: 'cor-12345678' });

describe('carrying out decisions', () => {
  it('[O10] every action that a kind offers does something, and none that it does not offer', () => {
    for (const kind of exceptionKindSchema.options) {
      for (const action of exceptionActionSchema.options.filter((one) => one !== 'close')) {
        const offered = exceptionRules[kind].actions.includes(action);
        const step = resolutionStep(kind, action);
        expect(step !== undefined && step !== 'none', `${kind} ${action}`).toBe(offered);
      }
      expect(exceptionRules[kind].actions.length, kind).toBeGreaterThan(0);
      expect(resolutionStep(kind, 'close')).toBe('none');
    }
  });

  it.each([
    ['price-difference', 'counter', 'buyer-decision'],
    ['ship-notice-differs', 'accept', 'buyer-decision'],
    ['answer-overdue', 'extend', 'extend-answer'],
    ['acknowledgement-rejecting', 'resend', 'resend'],
    ['unknown-partner', 'reprocess', 'reprocess'],
    ['unknown-code', 'reject', 'reject-document'],
    ['invoice-variance', 'override', 'override-invoice'],
    ['posting-refused', 'reprocess', 'post-again'],
    ['change-refused', 'reprocess', 'post-again'],
  ] as const)('[O10] %s decided as %s is carried out as %s', async (kind, action, step) => {
    const id = await decided(aDraft({ kind }), action);
    expect(unwrap(await apply(id))).toBe(step);
    expect(ran).toEqual([step]);
  });

  it('[O10] what is closed needs nothing done, and what is open again is left alone', async () => {
    const closed = await decided(aDraft({ kind: 'partner-silent' }), 'close');
    expect(unwrap(await apply(closed))).toBe('none');
    const id = await decided();
    const actor = { kind: 'consumer', id: 'anna' } as const;
    const asked = { exceptionId: id, expectedVersion: 2, actor, correlationId: 'cor-12345678', reason: 'no' };
    unwrap(await reopenException(ports, asked));
    expect(unwrap(await apply(id))).toBe('none');
    expect(ran).toEqual([]);
  });

  it('[O10] what cannot be done opens the exception again and says why, once', async () => {
    const id = await decided();
    failure = problem('state-not-allowed', 'the order is received');
    expect(unwrap(await apply(id))).toBe('open-again');
    expect(unwrap(await apply(id))).toBe('none');
    expect((await records.get('exception', id))?.body).toMatchObject({
      state: 'open',
      reopened: 1,
      comments: [{ by: 'crossdock', text: expect.stringContaining('the order is received') }],
    });
  });

  it('[O7] what may pass is tried again', async () => {
    const id = await decided();
    failure = problem('temporarily-unavailable', 'later');
    expect(await apply(id)).toMatchObject({ ok: false, problem: { code: 'temporarily-unavailable' } });
    expect((await records.get('exception', id))?.body.state).toBe('resolved');
    failure = undefined;
    expect(unwrap(await apply(id))).toBe('buyer-decision');
  });
});
