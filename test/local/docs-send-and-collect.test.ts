/** The recipe in docs/guides/send-and-collect-edi.md, both ways, with an 855 of the partner its example names. */
import '#test/builders/function-environment.ts';
import { readFileSync } from 'node:fs';
import { Logger } from '@aws-lambda-powertools/logger';
import { describe, expect, it } from 'vitest';
import { exceptionChange } from '#business/exceptions/open-exception.ts';
import { interchangeSchema } from '#core/canonical/interchange.ts';
import { partnerOfAddresses, partnerOfSupplier } from '#core/canonical/partner.ts';
import { unwrap } from '#core/kernel/result.ts';
import { exchangeLimits } from '#edi/exchange/limits.ts';
import { receive } from '#functions/edi/receive-interchange.ts';
import { objectCreatedSchema } from '#platform/intake/object-created.ts';
import { aConsumer } from '#test/builders/an-api.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { an855, anInterchange } from '#test/edi/exchange/a-partner.ts';
import { agreementIn } from '../../cli/partners.ts';
import { asking, requestsIn } from './guide-requests.ts';

const path = 'docs/guides/send-and-collect-edi.md';
const guide = readFileSync(path, 'utf8');
const requests = requestsIn(path);
const request = (operationId: string) => {
  const found = requests.find((one) => one.operationId === operationId);
  if (!found) throw new Error(`the guide shows no ${operationId}`);
  return found;
};

/** Bolt Supply is active, by the agreement of the other recipe, and has a client. */
async function aDesk(transport: 'mailbox' | 'https') {
  const agreement = agreementIn('docs/guides/agreements/boltsupply.json');
  const { id, name, supplierId, edi } = agreement;
  if (!edi) throw new Error('the agreement has no EDI');
  const room = anApiRoom();
  room.settings.put('partner', { ...agreement, status: 'active', transport }, id);
  room.settings.put('consumer', aConsumer('bolt-1', { partnerId: id }), 'bolt-1');
  const identifiers = [partnerOfSupplier(supplierId), partnerOfAddresses(edi.them, edi.us)];
  const body = { id, name, supplierId, agreementVersion: 1, identifiers };
  unwrap(
    await room.records.commit({
      changes: [{ type: 'partner', id, expect: 'absent', body }],
      correlationId: 'cor-of-the-guide',
    }),
  );
  const clock = { now: () => '2026-11-23T08:00:00.000Z' };
  const ports = {
    ...room,
    clock,
    exceptionChange: (draft: Parameters<typeof exceptionChange>[1]) =>
      exceptionChange({ records: room.records, clock }, draft),
    exceptionGone: async () => undefined,
  };
  const file = anInterchange([an855('PO-2026-0017')], { from: edi.them, to: edi.us, version: '005010' });
  /** What S3 tells of every object in the folders for us. */
  const announced = async () => {
    const logger = new Logger({ logLevel: 'SILENT' });
    for (const key of room.objects.keys('landing', `partners/${id}/in/`)) {
      const detail = { object: { key, sequencer: '0061' } };
      const told = objectCreatedSchema.parse({
        'detail-type': 'Object Created',
        time: '2026-11-23T08:00:00Z',
        detail,
      });
      unwrap(await receive(ports)(told, { correlationId: 'cor-of-the-message', logger }));
    }
  };
  return { ...room, file, announced, ask: asking(room.fetch, 'bolt-1') };
}

describe('the recipe for EDI', () => {
  it('[S9] what is dropped into the mailbox is read, and its acknowledgement lies in the other folder', async () => {
    const desk = await aDesk('mailbox');
    const [, dropped = ''] = /aws s3 cp \S+ s3:\/\/\$LANDING_BUCKET\/(\S+)/.exec(guide) ?? [];
    const [, ours = ''] = /aws s3 ls s3:\/\/\$LANDING_BUCKET\/(\S+)/.exec(guide) ?? [];
    await desk.objects.write('landing', dropped, Buffer.from(desk.file));
    await desk.announced();
    const [answer = '', ...others] = desk.objects.keys('landing', ours);
    expect(others).toEqual([]);
    expect(answer.slice(ours.length)).toMatch(/^x12-\d{9}\.edi$/);
    expect(desk.objects.text('landing', answer)).toContain('AK5*A~');
  });

  it('[S9] what is posted is read, and its acknowledgement waits until it is collected', async () => {
    const desk = await aDesk('https');
    const [, target = '', contentType = '', key = ''] =
      /curl -s -X POST "\$API(\S+)"[^`]*?content-type: ([\w/-]+)'[^`]*?idempotency-key: ([\w-]+)'/.exec(
        guide,
      ) ?? [];
    const posted = await desk.fetch(`https://api.example${target}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer bolt-1',
        'x-api-key': 'key-of-bolt-1',
        'content-type': contentType,
        'idempotency-key': key,
      },
      body: desk.file,
    });
    expect(posted.status).toBe(202);
    await desk.announced();
    const waiting = async () => {
      const { data } = await desk.ask(request('list-supplier-interchanges'));
      return (data as { entries: { id: string }[] }).entries.map(({ id }) => id);
    };
    const [interchangeId = '', ...others] = await waiting();
    expect(others).toEqual([]);
    const { status, data } = await desk.ask(request('collect-interchange'), { interchangeId });
    expect(status).toBe(200);
    expect(Buffer.from(String(data.content), 'base64').toString()).toContain('AK5*A~');
    expect(await waiting()).toEqual([]);
    expect(desk.objects.keys('landing', 'partners/boltsupply/out/')).toEqual([]);
  });

  it('[S9] the form for a larger file is given', async () => {
    const desk = await aDesk('https');
    expect(await desk.ask(request('create-interchange-upload'))).toMatchObject({ status: 201 });
  });

  it('[G5] it tells every state of an interchange, and limits as they are', () => {
    const rows = guide.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, a]) => a));
    const states = interchangeSchema.shape.state.options;
    expect(states.filter((state) => !told.includes(state))).toEqual([]);
    expect(guide).toContain(`${exchangeLimits.transactionsPerFile.toLocaleString('en')} transactions`);
  });
});
