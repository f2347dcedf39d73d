import '#test/builders/silent-logs.ts';

import { describe, expect, it } from 'vitest';
import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { examples } from '#api/examples.ts';
import { apiOperation } from '#api/operation.ts';
import { postInterchange } from '#api/routes/supplier-interchanges.ts';
import { ok } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { aConsumer, call, expectProblem, type GatewayHandler } from '#test/builders/an-api.ts';
import { MemoryAnswers } from '#test/doubles/memory-answers.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';

const settings = memorySettings()
  .put('consumer', aConsumer('client-1', { partnerId: 'acme' }), 'client-1')
  .put('partner', aPartnerAgreement(), 'acme');

function receiver() {
  const got: string[] = [];
  const operation = apiOperation(postInterchange, async ({ body: { base64 } }) => {
    got.push(Buffer.from(base64, 'base64').toString('latin1'));
    return ok(examples['post-interchange'].answer);
  });
  const handler: GatewayHandler = apiWriteHandler(operation, { settings, answers: new MemoryAnswers() });
  const post = (body: unknown, contentType = 'application/edifact') =>
    call(handler, {
      method: 'POST',
      scopes: ['crossdock/supplier-interchanges.post'],
      headers: { 'Content-Type': contentType, 'Idempotency-Key': `key-${got.length}-0001` },
      body,
    });
  return { got, post };
}

describe('a body that is no JSON', () => {
  it('[S9] is taken byte by byte, as the gateway hands it on, and as text where that loses nothing', async () => {
    const { got, post } = receiver();
    const answers = [
      await post(Buffer.from("NAD+BY+Müller'", 'latin1'), 'application/EDIFACT; charset=iso-8859-1'),
      await post('ISA*00*~', 'application/edi-x12'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
    expect(got).toEqual(["NAD+BY+Müller'", 'ISA*00*~']);
  });

  it('[S9] whose characters got lost on the way is refused: a wrong name is worse than none', async () => {
    const { got, post } = receiver();
    expectProblem(await post("NAD+BY+M\u{FFFD}ller'"), 400, 'malformed-request');
    expectProblem(await post(''), 400, 'malformed-request');
    expectProblem(await post('ISA*00*~', 'text/plain'), 415, 'unsupported-media-type');
    expectProblem(await post(Buffer.alloc(4_000_001)), 413, 'payload-too-large');
    expect(got).toEqual([]);
  });
});
