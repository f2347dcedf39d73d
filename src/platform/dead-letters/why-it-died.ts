import * as z from 'zod';
import type { Death } from '#core/canonical/dead-letter.ts';
import { instantSchema } from '#core/kernel/dates.ts';
import type { DeadMessage, FailureNote } from './ports.ts';

/** What Lambda says of a batch it gave up. */
const lambdaReport = z.looseObject({
  requestContext: z.looseObject({ condition: z.string() }),
  responseContext: z.looseObject({ functionError: z.string().optional() }).optional(),
  timestamp: instantSchema.optional().catch(undefined),
});

/**
 * Why a message is where it is: what its consumer noted last; else what the bus or the stream says that gave it up;
 * else `crashed`, as nothing was said before the end.
 */
export function whyItDied({ body, attributes }: DeadMessage, note: FailureNote | undefined): Death {
  if (note) return death(note.code, `${note.detail} (${note.function})`, note.at);
  const code = text(attributes.ERROR_CODE?.value);
  if (code !== undefined) {
    return death('undeliverable', `${code}: ${text(attributes.ERROR_MESSAGE?.value) ?? 'no reason given'}`);
  }
  const report = lambdaReport.safeParse(parsedJson(body));
  if (report.success) {
    const { requestContext, responseContext, timestamp } = report.data;
    const error = responseContext?.functionError === undefined ? '' : ` (${responseContext.functionError})`;
    return death('undeliverable', `${requestContext.condition}${error}`, timestamp);
  }
  return death('crashed', 'Its function ended without a word: out of time, out of memory, or shut down.');
}

const death = (of: string, detail: string, at?: string): Death => ({
  class: of.slice(0, 60),
  detail: detail.slice(0, 1000),
  ...(at === undefined ? {} : { at }),
});

const text = (value: string | Uint8Array | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
