import { describe, expect, it } from 'vitest';
import { readPartnerDocument } from '#core/canonical/partner-documents.ts';
import { unwrap } from '#core/kernel/result.ts';
import { Segment } from '#edi/codec/segment.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { parseInterchanges } from '#edi/parse-interchanges.ts';
import { findX12Schema } from '#edi/x12/schema/find-schema.ts';
import { an855, anInterchange } from './a-partner.ts';
import { anExchange, correlationId } from './an-exchange.ts';

const read = (text: string) => {
  const [interchange] = parseInterchanges(Buffer.from(text), { schemas: findX12Schema })?.interchanges ?? [];
  if (!interchange) throw new Error('no interchange');
  return interchange;
};

/** A 997 of the partner for the group of a text. */
const a997 = (text: string, code: 'A' | 'R') => {
  const group = read(text).groups[0];
  const body = [
    new Segment('AK1', [group?.type ?? '', group?.reference ?? '']),
    new Segment('AK2', ['850', group?.transactions[0]?.reference ?? '']),
    ...(code === 'R' ? [new Segment('AK3', ['PO1', '5', '', '8'])] : []),
    new Segment('AK5', [code]),
    new Segment('AK9', [code, '1', '1', code === 'A' ? '1' : '0']),
  ];
  return { type: '997', body };
};

async function placed() {
  const room = anExchange();
  await room.agree();
  await room.order();
  const sent = unwrap(await sendPurchaseOrder(room.ports, { purchaseOrderId: 'po-1', correlationId }));
  const [file] = room.mailbox();
  if (!file || !('id' in sent)) throw new Error('nothing was sent');
  return { room, file, sent };
}

describe('an order goes out, its 997 and its 855 come in', () => {
  it('[S1] an order becomes an 850 in the mailbox of its supplier, with numbers of its own', async () => {
    const { room, file } = await placed();
    expect(file.name).toBe('x12-000000001.edi');
    const interchange = read(file.text);
    expect(interchange.outcome).toBe('accepted');
    expect(interchange.groups[0]?.transactions[0]).toMatchObject({ type: '850', outcome: 'accepted' });
    expect(file.text).toContain('BEG*00*SA*PO-0081**20261123~');
    expect((await room.interchanges())[0]).toMatchObject({
      state: 'sent',
      controlNumber: '1',
      groupReference: '1',
      acknowledgementDueAt: '2026-11-23T12:00:00.000Z',
    });
    expect((await room.documents())[0]).toMatchObject({ kind: 'purchase-order', state: 'sent', test: false });
    expect(room.events()).toEqual(['interchange-sent', 'partner-document-sent']);
  });

  it('[S4] the 997 that accepts an order delivers it, and is never acknowledged itself', async () => {
    const { room, file } = await placed();
    await room.drop(anInterchange([a997(file.text, 'A')]));
    expect((await room.documents())[0]?.state).toBe('delivered');
    expect((await room.interchanges()).map(({ state }) => state).sort()).toEqual(['accepted', 'split']);
    expect(room.mailbox()).toHaveLength(1);
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S15] the 997 that rejects an order refuses it; sent again it has new control numbers', async () => {
    const { room, file } = await placed();
    await room.drop(anInterchange([a997(file.text, 'R')]));
    const [refused] = await room.documents();
    expect(refused).toMatchObject({ state: 'refused' });
    expect(refused?.findings.map(({ message }) => message)).toContain('AK3*PO1*5**8');
    const again = { purchaseOrderId: 'po-1', revision: '2', correlationId };
    unwrap(await sendPurchaseOrder(room.ports, again));
    expect(room.mailbox().map(({ name }) => name)).toEqual(['x12-000000001.edi', 'x12-000000002.edi']);
    expect(room.events().filter((name) => name === 'partner-document-sent')).toHaveLength(3);
  });

  it('[S4] an 855 becomes a canonical document, answered by a 997', async () => {
    const { room } = await placed();
    unwrap(await room.drop(anInterchange([an855()])));
    const received = (await room.documents()).find(({ direction }) => direction === 'in');
    expect(received).toMatchObject({
      kind: 'order-acknowledgement',
      state: 'received',
      number: 'SO-PO-0081',
      orderNumber: 'PO-0081',
      ordinal: '2026-11-23T09:18:00.000Z#00000000000301#000000',
    });
    if (!received) return;
    const said = unwrap(await readPartnerDocument(room.objects, received, 'order-acknowledgement'));
    expect(said.lines[0]?.confirmations[0]?.code).toBe('IA');
    expect(room.mailbox()[1]?.text).toContain('AK1*PR*3010~AK2*855*0001~AK5*A~AK9*A*1*1*1~');
    expect(room.events()).toContain('partner-document-received');
  });
});
