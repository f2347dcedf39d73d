import '#test/builders/function-environment.ts';
import { describe, expect, it } from 'vitest';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import type { Interchange } from '#core/canonical/interchange.ts';
import { unwrap } from '#core/kernel/result.ts';
import { operation as getDocumentContent } from '#functions/api/get-document-content.ts';
import { operation as getInterchange } from '#functions/api/get-interchange.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { an855, anInterchange } from '#test/edi/exchange/a-partner.ts';
import { anExchange, type Exchange } from '#test/edi/exchange/an-exchange.ts';

const settings = settingsWithConsumer();
const interchangeOf = async (room: Exchange, interchangeId: string) => {
  const handler = apiHandler(getInterchange(room), settings);
  return call(handler, { ...aPerson('steward'), params: { interchangeId } });
};
const contentOf = async (room: Exchange, documentId: string) => {
  const handler = apiHandler(getDocumentContent(room), settings);
  return call(handler, { ...aPerson('auditor'), params: { documentId } });
};

async function kept(room: Exchange, id: string, bytes: Uint8Array, fileName = 'mailbox/in/week.csv') {
  const contentKey = `documents/${id}`;
  await room.objects.write('documents', contentKey, bytes);
  const body = {
    ...({ id, kind: 'forecast-file', state: 'received', fileName, contentKey, arrivals: 1 } as const),
    ...{ sizeBytes: bytes.length, sha256: 'a'.repeat(64), receivedFrom: 'planner' },
    receivedAt: room.clock.now(),
  };
  const change = { type: 'document', id, expect: 'absent', body } as const;
  unwrap(await room.records.commit({ changes: [change], correlationId: 'cor-00000001' }));
}

describe('one interchange', () => {
  it('[S3] [O1] that came is told with what was written in it, its documents and its history', async () => {
    const room = anExchange();
    await room.agree();
    await room.order();
    await room.drop(anInterchange([an855()], { control: 41 }));
    room.clock.advance(1000);
    const written = anInterchange([an855(), an855('PO-0082')], { control: 42 });
    await room.drop(written);
    const all = await room.interchanges();
    const came = all.find(
      ({ controlNumber, direction }) => direction === 'in' && controlNumber?.endsWith('42'),
    );
    const answer = await interchangeOf(room, came?.id ?? '');
    expect(answer.statusCode).toBe(200);
    const told = JSON.parse(answer.body);
    expect(told).toMatchObject({
      ...{ id: came?.id, direction: 'in', transactions: 2, findings: [] },
      content: { text: written, truncated: false, sizeBytes: written.length },
    });
    expect(told.content.url).toContain(came?.contentKey);
    expect(told).not.toHaveProperty('contentKey');
    expect(told.documents).toHaveLength(2);
    for (const document of told.documents) expect(document.edi.interchangeId).toBe(came?.id);
    expect(told.history.map(({ event }: { event: string }) => event)).toContain('interchange-received');
  });

  it('[S10] that we sent shows the documents it carries, in their order', async () => {
    const room = anExchange();
    await room.agree();
    await room.order();
    await room.drop(anInterchange([an855()]));
    const [document] = await room.documents();
    const [acknowledgement] = (await room.interchanges()).filter(({ direction }) => direction === 'out');
    if (!document || !acknowledgement) throw new Error('nothing was exchanged');
    const carries = [document.id, 'pd-gone'];
    const { groupReference: _, ...sent } = acknowledgement;
    const body: Interchange = { ...sent, id: 'int-sent', carries, controlNumber: '900' };
    const change = { type: 'interchange', id: 'int-sent', expect: 'absent', body } as const;
    unwrap(await room.records.commit({ changes: [change], correlationId: 'cor-00000001' }));
    const told = JSON.parse((await interchangeOf(room, 'int-sent')).body);
    expect(told.documents.map(({ id }: { id: string }) => id)).toEqual([document.id]);
    expectProblem(await interchangeOf(room, 'int-none'), 404, 'not-found');
  });
});

describe('what a document really said', () => {
  it('[S9] is read in the characters its envelope names', async () => {
    const room = anExchange();
    const polish = Buffer.from([...Buffer.from("UNB+UNOD:3+A+B+261123:0800+1'FTX+"), 0xb3, 0x27]);
    await kept(room, 'doc-1', polish);
    expect(JSON.parse((await contentOf(room, 'doc-1')).body).text).toMatch(/FTX\+ł'$/);
  });

  it('[B1] is text where it is text, in UTF-8 or byte by byte', async () => {
    const room = anExchange();
    await kept(room, 'doc-1', Buffer.from('item;Größe\n'));
    await kept(room, 'doc-2', Buffer.from('item;Größe\n', 'latin1'));
    await kept(room, 'doc-3', Buffer.from([0x1f, 0x8b, 0, 0, 3, 9]), 'week.csv.gz');
    expect(JSON.parse((await contentOf(room, 'doc-1')).body)).toMatchObject({ text: 'item;Größe\n' });
    expect(JSON.parse((await contentOf(room, 'doc-2')).body)).toMatchObject({ text: 'item;Größe\n' });
    const packed = JSON.parse((await contentOf(room, 'doc-3')).body);
    expect(packed).toMatchObject({ sizeBytes: 6, truncated: false });
    expect(packed).not.toHaveProperty('text');
  });

  it('[S9] of a large one the beginning is read, and the whole is behind the link', async () => {
    const room = anExchange();
    const read: (number | undefined)[] = [];
    const objects = {
      ...room.objects,
      read: (...[bucket, key, range]: Parameters<typeof room.objects.read>) => {
        read.push(range?.length);
        return room.objects.read(bucket, key, range);
      },
    };
    // A character of two bytes lies across the seam.
    await kept(room, 'doc-1', Buffer.from(`${'x'.repeat(64 * 1024 - 1)}ß${'y'.repeat(500_000)}`));
    const handler = apiHandler(getDocumentContent({ ...room, objects }), settings);
    const answer = await call(handler, { ...aPerson('ops'), params: { documentId: 'doc-1' } });
    const { text, truncated, sizeBytes, url } = JSON.parse(answer.body);
    expect({ text, truncated, sizeBytes }).toEqual({
      ...{ text: 'x'.repeat(64 * 1024 - 1), truncated: true, sizeBytes: 64 * 1024 + 1 + 500_000 },
    });
    expect(read).toEqual([64 * 1024]);
    expect(url).toContain('documents/doc-1');
  });

  it('[S9] that is gone, or was never there, is not found', async () => {
    const room = anExchange();
    await kept(room, 'doc-1', Buffer.from('x'));
    await room.objects.delete('documents', 'documents/doc-1');
    expectProblem(await contentOf(room, 'doc-1'), 404, 'not-found');
    expectProblem(await contentOf(room, 'doc-2'), 404, 'not-found');
  });
});
