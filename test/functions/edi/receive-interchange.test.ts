import { Logger } from '@aws-lambda-powertools/logger';
import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { receive } from '#functions/edi/receive-interchange.ts';
import { objectCreatedSchema } from '#platform/intake/object-created.ts';
import { an855, anInterchange } from '#test/edi/exchange/a-partner.ts';
import { anExchange } from '#test/edi/exchange/an-exchange.ts';

const context = { correlationId: 'cor-of-the-message', logger: new Logger({ logLevel: 'SILENT' }) };
const KEY = 'partners/acme/in/answers.edi';

const objectCreated = (key: string, sequencer = '00617F08299329D189') =>
  objectCreatedSchema.parse({
    'detail-type': 'Object Created',
    time: '2026-11-23T08:00:00Z',
    detail: { object: { key, sequencer } },
  });

async function dropped() {
  const room = anExchange();
  await room.agree();
  const metadata = { 'correlation-id': 'cor-of-the-partner' };
  const bytes = Buffer.from(anInterchange([an855()]));
  await room.objects.write('landing', KEY, bytes, { metadata });
  return room;
}

describe('receive-interchange', () => {
  it('[S9] keeps what lies in a mailbox unchanged, and reads it under the correlation its writer gave it', async () => {
    const room = await dropped();
    expect(unwrap(await receive(room.ports)(objectCreated(KEY), context))).toMatchObject({ split: 1 });
    const [document] = await room.documents();
    expect(document).toMatchObject({ state: 'received', kind: 'order-acknowledgement' });
    expect((await room.records.get('partner-document', document?.id ?? ''))?.correlationId).toBe(
      'cor-of-the-partner',
    );
    const [interchange] = (await room.interchanges()).filter(({ direction }) => direction === 'in');
    const kept = await room.records.get('document', interchange?.documentId ?? '');
    expect(kept?.body).toMatchObject({
      kind: 'edi-interchange',
      state: 'applied',
      receivedFrom: 'partner acme',
    });
    expect(room.objects.text('documents', kept?.body.contentKey ?? '')).toBe(anInterchange([an855()]));
  });

  it('[O7] the same notification twice is one interchange; a new drop is a duplicate', async () => {
    const room = await dropped();
    for (const sequencer of ['1', '1', '2', '2'])
      await receive(room.ports)(objectCreated(KEY, sequencer), context);
    const inward = (await room.interchanges()).filter(({ direction }) => direction === 'in');
    expect(inward.map(({ state, repeats }) => [state, repeats]).sort()).toEqual([
      ['duplicate', 0],
      ['split', 1],
    ]);
  });

  it.each(['partners/acme/out/x12-000000001.edi', 'partners/acme/in/', 'forecasts/week-48.csv'])(
    '[S9] what is at %s is no interchange for us',
    async (key) => {
      const room = await dropped();
      expect(unwrap(await receive(room.ports)(objectCreated(key), context))).toEqual({ ignored: key });
    },
  );

  it('[S9] a file that is gone is done with', async () => {
    const room = anExchange();
    expect(unwrap(await receive(room.ports)(objectCreated(KEY), context))).toEqual({
      notKept: 'file-missing',
    });
  });

  it('[S3] a kept file of which nothing could be taken is rejected, and dropped again is tried again', async () => {
    const room = anExchange();
    await room.objects.write('landing', KEY, Buffer.from(anInterchange([an855()])));
    unwrap(await receive(room.ports)(objectCreated(KEY, '1'), context));
    const [aside] = await room.interchanges('unknown');
    const stateOfFile = async () => (await room.records.get('document', aside?.documentId ?? ''))?.body.state;
    expect(await stateOfFile()).toBe('rejected');
    await room.agree();
    expect(unwrap(await receive(room.ports)(objectCreated(KEY, '2'), context))).toMatchObject({ split: 1 });
    expect(await stateOfFile()).toBe('applied');
    expect(await room.documents()).toHaveLength(1);
  });
});
