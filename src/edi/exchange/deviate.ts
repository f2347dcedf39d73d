/** A partner's deviations from the maps: expressions of its agreement, run within limits of time and depth. */
import jsonata from 'jsonata';
import * as z from 'zod';
import type { Deviation } from '#core/canonical/partner-agreement.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { type Element, Segment } from '../codec/segment.ts';
import { exchangeLimits } from './limits.ts';

const MOST_COMPILED = 500;
const compiled = new Map<string, jsonata.Expression>();

function compile(expression: string): jsonata.Expression {
  const known = compiled.get(expression);
  if (known) return known;
  const { deviationMs: timeout, deviationDepth: stack, deviationValues: sequence } = exchangeLimits;
  const made = jsonata(expression, { timeout, stack, sequence });
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(expression, made);
  return made;
}

/** An expression that ran out of time so often in a row is not tried again: a large file would never end. */
const MOST_TIMEOUTS = 3;
const TIMED_OUT = 'D1012';
const timeouts = new Map<string, number>();

async function evaluate(expression: string, input: unknown): Promise<unknown> {
  const before = timeouts.get(expression) ?? 0;
  if (before >= MOST_TIMEOUTS) throw new Error('it ran out of time for the documents before');
  try {
    const answer: unknown = await compile(expression).evaluate(input);
    timeouts.delete(expression);
    return answer;
  } catch (error) {
    if (isTimeout(error)) timeouts.set(expression, before + 1);
    throw error;
  }
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === TIMED_OUT;

/**
 * A value after every deviation of a document at one level, in their order. Problem: `deviation-failed` when an
 * expression is none, fails, gives nothing, or takes too long.
 */
export async function deviate(
  deviations: readonly Deviation[],
  document: Deviation['document'],
  level: Deviation['level'],
  input: unknown,
): Promise<Result<unknown>> {
  let value = input;
  for (const { expression, because } of deviations.filter(
    (one) => one.document === document && one.level === level,
  )) {
    try {
      const answer = await evaluate(expression, value);
      if (answer === undefined) return failed(because, 'it gives nothing');
      // Without what the evaluator notes on its own arrays.
      value = JSON.parse(JSON.stringify(answer));
    } catch (error) {
      return failed(because, messageOf(error));
    }
  }
  return ok(value);
}

const failed = (because: string, why: string): Result<never> =>
  fail(problem('deviation-failed', `the deviation "${because}" failed: ${why}`.slice(0, 900)));

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

const occurrence = z.union([z.string(), z.array(z.string())]);
const element = z.union([occurrence, z.object({ repeats: z.array(occurrence) })]);
const tuples = z.array(z.tuple([z.string().regex(/^[A-Z][A-Z0-9]{1,2}$/)], element)).min(1);

/** Segments after the deviations at their level: arrays of tag and elements; a composite is an array in it. */
export async function deviateSegments(
  deviations: readonly Deviation[],
  document: Deviation['document'],
  segments: readonly Segment[],
): Promise<Result<readonly Segment[]>> {
  if (!deviations.some((one) => one.document === document && one.level === 'segment')) return ok(segments);
  const input = segments.map(({ id, elements }): [string, ...Element[]] => [id, ...elements]);
  const answer = await deviate(deviations, document, 'segment', input);
  if (!answer.ok) return answer;
  const parsed = tuples.safeParse(answer.value);
  if (!parsed.success)
    return failed('segment level', 'it gives no array of segments, each a tag and its elements');
  return ok(parsed.data.map(([id, ...elements], i) => new Segment(id, elements, i + 1)));
}
