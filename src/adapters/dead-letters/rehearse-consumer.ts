import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { awsClient } from '#adapters/aws-client.ts';
import { type RehearsalRequest, rehearsalSchema } from '#adapters/dry-run/rehearse.ts';
import { environmentVariable } from '#adapters/lambda/environment.ts';
import { problem } from '#core/kernel/problem.ts';
import { fail, ok } from '#core/kernel/result.ts';
import type { RehearseConsumer } from '#platform/dead-letters/rehearse-dead-letter.ts';

/** The caller has some seconds more itself. */
const WITHIN_MS = 13_000;

const answerSchema = z.looseObject({ rehearsal: rehearsalSchema });

/** The consumers of an environment, by the names of their functions. */
export function rehearseConsumer(
  client: LambdaClient = awsClient(
    new LambdaClient({
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: WITHIN_MS, throwOnRequestTimeout: true },
    }),
  ),
  prefix = `crossdock-${environmentVariable('CROSSDOCK_ENVIRONMENT')}`,
): RehearseConsumer {
  return async (consumer, { body, messageId, messageGroup }) => {
    const request: RehearsalRequest = {
      rehearse: {
        body,
        messageId,
        attributes: {
          ApproximateReceiveCount: '1',
          ...(messageGroup === undefined ? {} : { MessageGroupId: messageGroup }),
        },
      },
    };
    try {
      const FunctionName = `${prefix}-${consumer}`;
      const { Payload } = await client.send(
        new InvokeCommand({ FunctionName, Payload: JSON.stringify(request) }),
      );
      const answer = answerSchema.safeParse(JSON.parse(new TextDecoder().decode(Payload)));
      return answer.success ? ok(answer.data.rehearsal) : fail(silent(consumer, 'its answer says nothing'));
    } catch (error) {
      return fail(silent(consumer, error instanceof Error ? error.name : 'unknown'));
    }
  };
}

const silent = (consumer: string, because: string) =>
  problem('temporarily-unavailable', `${consumer} did not say what it would do (${because}).`);
