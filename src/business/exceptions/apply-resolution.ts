import type { Exception } from '#core/canonical/exception.ts';
import type { CorrelationId } from '#core/kernel/correlation.ts';
import { decideAgain } from '#core/kernel/decide-again.ts';
import { isRetryable, type Problem, problem } from '#core/kernel/problem.ts';
import type { StoredRecord } from '#core/kernel/records.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { ExceptionPorts } from './ports.ts';
import { openAgain, opened } from './reopen-exception.ts';
import { type ResolutionStep, resolutionStep } from './resolution-steps.ts';

/** Carries out one kind of decision; whatever it did before on the same exception it does not do again. */
export type StepRun = (exception: StoredRecord<'exception'>) => Promise<Result<unknown>>;

/** What carries out each step; the rooms it lives in do not know each other. */
export type StepRuns = { readonly [S in Exclude<ResolutionStep, 'none'>]: StepRun };

export interface ResolutionToApply {
  readonly exceptionId: string;
  readonly correlationId: CorrelationId;
}

/**
 * Carry out what was decided about an exception.
 * 1. One that is open again by now is left to whoever decides next.
 * 2. Let the room do what its kind and action ask for; it does nothing twice.
 * 3. Where that cannot be done for good, open the exception again and say why: a decision is never lost in silence.
 * Problems: `not-found`, and what may pass.
 */
export async function applyResolution(
  ports: ExceptionPorts,
  runs: StepRuns,
  { exceptionId, correlationId }: ResolutionToApply,
): Promise<Result<ResolutionStep | 'open-again'>> {
  const exception = await ports.records.get('exception', exceptionId);
  if (!exception) return fail(problem('not-found', `There is no exception ${exceptionId}.`));
  const { state, kind, resolution } = exception.body;
  if (state !== 'resolved' || resolution === undefined) return ok('none');
  const step = resolutionStep(kind, resolution.action) ?? 'none';
  if (step === 'none') return ok(step);
  const done = await runs[step](exception);
  if (done.ok) return ok(step);
  if (isRetryable(done.problem)) return done;
  const told = await couldNot(ports, exceptionId, { resolution, cause: done.problem, correlationId });
  return told.ok ? ok('open-again') : told;
}

interface Failed {
  readonly resolution: NonNullable<Exception['resolution']>;
  readonly cause: Problem;
  readonly correlationId: CorrelationId;
}

/** Open it again with a comment that says what could not be done; unless it is open, or decided anew, already. */
const couldNot = (
  { records, clock }: ExceptionPorts,
  exceptionId: string,
  { resolution, cause, correlationId }: Failed,
): Promise<Result<void>> =>
  decideAgain(async () => {
    const stored = await records.get('exception', exceptionId);
    if (stored?.body.state !== 'resolved' || stored.body.resolution?.at !== resolution.at)
      return ok(undefined);
    const at = clock.now();
    const text = `"${resolution.action}" could not be done. ${cause.code}: ${cause.detail}`.slice(0, 1000);
    const again = openAgain(stored.body, at);
    const comments = [...again.comments, { by: 'crossdock', at, text }].slice(-50);
    return records.commit({
      changes: [
        {
          type: 'exception',
          id: exceptionId,
          expect: stored.version,
          body: { ...again, comments },
          events: [opened(again)],
        },
      ],
      correlationId: stored.correlationId,
      causationId: correlationId,
    });
  });
