import * as z from 'zod';
import { FunctionError } from '#adapters/lambda/failures.ts';
import { runDry } from './dry-run.ts';

/** How a consumer is asked what it would do with a message, instead of being given a batch. */
export const rehearsalRequest = z.looseObject({
  rehearse: z.looseObject({
    body: z.string(),
    messageId: z.string(),
    attributes: z.looseObject({ ApproximateReceiveCount: z.string() }),
  }),
});
export type RehearsalRequest = z.infer<typeof rehearsalRequest>;

/** What a consumer would do with a message now. */
export const rehearsalSchema = z.object({
  outcome: z.enum(['would-succeed', 'would-fail']),
  effects: z.array(z.object({ what: z.string(), about: z.string() })),
  problem: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

/**
 * Work a message dry. What ends at a call that would change another system counts as a success as far as it got: the
 * last effect says so.
 */
export async function rehearse(work: () => Promise<void>): Promise<Rehearsal> {
  const { effects, ended, settled } = await runDry(work);
  const done = { effects: [...effects] };
  if (ended || settled.status === 'fulfilled') return { outcome: 'would-succeed', ...done };
  const { reason } = settled;
  if (!(reason instanceof FunctionError)) throw reason;
  const { code, detail } = reason.problem;
  return { outcome: 'would-fail', ...done, problem: { code, detail } };
}
