import { describe, expect, it } from 'vitest';
import type { PartnerDocument } from '#core/canonical/interchange.ts';
import { unwrap } from '#core/kernel/result.ts';
import { Segment } from '#edi/codec/segment.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import { releaseParkedDocuments } from '#edi/exchange/release-parked-documents.ts';
import { reprocessDocument } from '#edi/exchange/reprocess-document.ts';
import { reprocessInterchange } from '#edi/exchange/reprocess-interchange.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { sendPlanningSchedule } from '#edi/exchange/send-report.ts';
import { an855, anInterchange } from './a-partner.ts';
import { anAgreement, anExchange, correlationId, edifact, them, us, x12 } from './an-exchange.ts';

async function sent(...agreement: Parameters<typeof anAgreement>) {
  const room = anExchange();
  await room.agree(anAgreement(...agreement));
  await room.order();
  unwrap(await sendPurchaseOrder(room.ports, { purchaseOrderId: 'po-1', correlationId }));
  return room;
}

const a997 = (...segments: readonly Segment[]) =>
  anInterchange([{ type: '997', body: segments }], { control: 77 });

const ak = (group: string, code: string, transaction?: string) => [
  new Segment('AK1', ['PO', group]),
  ...(transaction === undefined
    ? []
    : [new Segment('AK2', ['850', '0001']), new Segment('AK5', [transaction])]),
  new Segment('AK9', [code, '1', '1', code === 'R' ? '0' : '1']),
];

/** A CONTRL for our interchange 1. */
function aContrl(action: string, message?: string): string {
  const addresses = [
    [us.id, us.qualifier],
    [them.id, them.qualifier],
  ];
  const written = serialiseEdifact({
    syntaxIdentifier: 'UNOC',
    syntaxVersion: '3',
    sender: them,
    receiver: us,
    date: '261123',
    time: '0900',
    reference: '501',
    acknowledgementRequested: false,
    test: false,
    messages: [
      {
        type: 'CONTRL',
        version: 'D',
        release: '3',
        agency: 'UN',
        association: '',
        reference: '1',
        body: [
          new Segment('UCI', ['1', ...addresses, action]),
          ...(message === undefined
            ? []
            : [
                new Segment('UCM', ['1', ['ORDERS', 'D', '96A', 'UN'], message]),
                new Segment('UCS', ['3', '15']),
              ]),
        ],
      },
    ],
  });
  if (!written.ok) throw new Error('unwritable');
  return Buffer.from(written.bytes).toString();
}

const stateOf = async (room: Awaited<ReturnType<typeof sent>>) => ({
  document: (await room.documents()).find(({ direction }) => direction === 'out')?.state,
  interchange: (await room.interchanges()).find(({ direction }) => direction === 'out')?.state,
});

describe('what a partner acknowledges', () => {
  it.each([
    ['accepts all', ak('1', 'A', 'A'), 'delivered', 'accepted'],
    ['accepts the group and names nothing', ak('1', 'A'), 'delivered', 'accepted'],
    ['accepts with errors', ak('1', 'E', 'E'), 'delivered', 'accepted_with_errors'],
    ['rejects the transaction', ak('1', 'R', 'R'), 'refused', 'rejected'],
    ['rejects the group', ak('1', 'R'), 'refused', 'rejected'],
    ['rejects for its content', ak('1', 'R', 'X'), 'refused', 'rejected'],
    ['names the group with zeros', ak('000000001', 'A', 'A'), 'delivered', 'accepted'],
  ])('[S4] a 997 that %s', async (_what, segments, document, interchange) => {
    const room = await sent();
    unwrap(await room.drop(a997(...segments)));
    expect(await stateOf(room)).toEqual({ document, interchange });
    expect(room.mailbox()).toHaveLength(1);
  });

  it.each([
    ['7', undefined, 'delivered', 'accepted'],
    ['7', '7', 'delivered', 'accepted'],
    ['7', '4', 'refused', 'rejected'],
    ['4', undefined, 'refused', 'rejected'],
    ['8', undefined, 'sent', 'sent'],
  ])('[S4] a CONTRL with action %s and message %s', async (action, message, document, interchange) => {
    const room = await sent({ edi: edifact() });
    unwrap(await room.drop(aContrl(action, message)));
    expect(await stateOf(room)).toEqual({ document, interchange });
    expect(room.mailbox()).toHaveLength(1);
  });

  it.each([
    ['R', 'refused', 'rejected'],
    ['A', 'sent', 'sent'],
  ])('[S4] a TA1 that says %s', async (code, document, interchange) => {
    const room = await sent();
    const empty = anInterchange([]).replace(/GS\*.*?GE\*[^~]*~/s, '');
    const note = `TA1*000000001*261123*0800*${code}*000~`;
    unwrap(await room.drop(empty.replace(/IEA\*\d+/, `${note}IEA*0`)));
    expect(await stateOf(room)).toEqual({ document, interchange });
  });

  it('[S4] word about something never sent is noted and told', async () => {
    const room = await sent();
    await room.drop(a997(...ak('999', 'A', 'A')));
    expect(await stateOf(room)).toEqual({ document: 'sent', interchange: 'sent' });
    expect((await room.exceptions())[0]).toMatchObject({
      kind: 'document-rejected',
      title: 'Partner acme acknowledges group 999, which was never sent',
    });
  });

  it('[S4] an acknowledgement of our acknowledgement changes nothing and is not answered', async () => {
    const room = anExchange();
    await room.agree();
    await room.drop(anInterchange([an855()]));
    await room.drop(a997(...ak('1', 'R', 'R')));
    expect(room.mailbox()).toHaveLength(1);
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S15] a rejected report is told where nobody else keeps its dialogue', async () => {
    const room = anExchange();
    await room.agree();
    const document = {
      number: 'REL-48',
      issuedOn: '2026-11-23',
      horizon: { from: '2026-11-23', to: '2027-01-03' },
      supplierId: 'S1',
      locationId: 'HAM',
      items: [
        {
          itemId: 'I1',
          unit: 'EA' as const,
          buckets: [
            {
              period: { from: '2026-11-30', to: '2026-12-06' },
              quantity: '480',
              commitment: 'firm' as const,
            },
          ],
        },
      ],
    };
    unwrap(await sendPlanningSchedule(room.ports, { partnerId: 'acme', document, correlationId }));
    await room.drop(a997(...ak('1', 'R', 'R')));
    expect((await room.exceptions())[0]).toMatchObject({ kind: 'acknowledgement-rejecting' });
  });

  it('[S4] the interchange says what the partner said, and by what it was answered', async () => {
    const room = await sent();
    await room.drop(a997(...ak('1', 'R', 'R')));
    const out = (await room.interchanges()).find(({ direction }) => direction === 'out');
    const answer = (await room.interchanges()).find(({ direction }) => direction === 'in');
    expect(out?.acknowledgementId).toBe(answer?.id);
    expect(out?.findings.map(({ message }) => message)).toEqual(['AK9*R*1*1*0']);
    expect(answer).toMatchObject({ isAcknowledgement: true, state: 'split' });
  });
});

describe('repairing', () => {
  it('[S3] an interchange of nobody is read once the partner is known', async () => {
    const room = anExchange();
    await room.drop(anInterchange([an855()]));
    const [aside] = await room.interchanges('unknown');
    const input = { interchangeId: aside?.id ?? '', correlationId };
    expect(await reprocessInterchange(room.ports, input)).toMatchObject({
      ok: false,
      problem: { code: 'partner-unknown' },
    });
    await room.agree();
    expect(unwrap(await reprocessInterchange(room.ports, input))).toMatchObject({ state: 'split' });
    expect((await room.documents()).map(({ state }) => state)).toEqual(['received']);
    expect(room.mailbox()[0]?.text).toContain('AK5*A~');
    const [now] = await room.interchanges('unknown');
    expect(now).toMatchObject({ state: 'read_again' });
    expect(unwrap(await reprocessInterchange(room.ports, input))).toMatchObject({ state: 'read_again' });
    expect(room.mailbox()).toHaveLength(1);
  });

  it('[S3] rejected documents of an interchange are read again with the agreement of today', async () => {
    const room = anExchange();
    await room.agree(anAgreement({ documents: { send: [], receive: [] } }));
    await room.drop(anInterchange([an855('PO-1'), an855('PO-2')]));
    await room.agree();
    const [interchange] = (await room.interchanges()).filter(({ direction }) => direction === 'in');
    unwrap(await reprocessInterchange(room.ports, { interchangeId: interchange?.id ?? '', correlationId }));
    expect(
      (await room.documents()).map(({ state, orderNumber, agreementVersion }) => [
        state,
        orderNumber,
        agreementVersion,
      ]),
    ).toEqual([
      ['received', 'PO-1', 2],
      ['received', 'PO-2', 2],
    ]);
    const told = room.records.published().filter(({ type }) => type.includes('partner-document-received'));
    expect(told).toHaveLength(2);
  });

  it('[S2] what was refused for its number is taken when a person says so, once', async () => {
    const room = anExchange();
    await room.agree();
    await room.drop(anInterchange([an855('PO-1')]));
    await room.drop(anInterchange([an855('PO-2')]));
    const refused = (await room.interchanges()).find(({ state }) => state === 'refused');
    const input = { interchangeId: refused?.id ?? '', correlationId };
    expect(unwrap(await reprocessInterchange(room.ports, input))).toMatchObject({ state: 'split' });
    unwrap(await reprocessInterchange(room.ports, input));
    expect((await room.documents()).map(({ orderNumber }) => orderNumber).sort()).toEqual(['PO-1', 'PO-2']);
    expect(room.mailbox().filter(({ text }) => text.includes('AK5*A~'))).toHaveLength(2);
  });

  it('[S2] what was refused as a duplicate is never taken a second time, whoever asks', async () => {
    const room = anExchange();
    await room.agree(anAgreement({ edi: x12({ duplicates: 'refuse' }) }));
    await room.drop(anInterchange([an855('PO-1')]));
    await room.drop(anInterchange([an855('PO-1')]));
    const refused = (await room.interchanges()).find(({ state }) => state === 'refused');
    const input = { interchangeId: refused?.id ?? '', correlationId };
    expect(unwrap(await reprocessInterchange(room.ports, input))).toMatchObject({ state: 'refused' });
    expect(await room.documents()).toHaveLength(1);
  });

  it('[S3] a document that was applied stays as it is', async () => {
    const room = anExchange();
    await room.agree();
    await room.drop(anInterchange([an855()]));
    const [document] = await room.documents();
    const before = room.records.published().length;
    expect(
      unwrap(await reprocessDocument(room.ports, { partnerDocumentId: document?.id ?? '', correlationId })),
    ).toMatchObject({ state: 'received' });
    expect(room.records.published()).toHaveLength(before);
  });

  it('[S3] a document that is still wrong says what is wrong now', async () => {
    const room = anExchange();
    const broken = {
      document: 'order-acknowledgement',
      level: 'canonical',
      expression: '$map(',
      because: 'typo',
    } as const;
    await room.agree(anAgreement({ deviations: [broken] }));
    await room.drop(anInterchange([an855()]));
    await room.agree(anAgreement({ deviations: [{ ...broken, expression: "'none'" }] }));
    const [document] = await room.documents();
    const again = await reprocessDocument(room.ports, {
      partnerDocumentId: document?.id ?? '',
      correlationId,
    });
    expect(unwrap(again)).toMatchObject({ state: 'rejected', findings: [{ code: 'deviation-failed' }] });
  });

  it('[M3] documents that waited for a code are set to work again in order, and only they', async () => {
    const room = anExchange();
    await room.agree();
    await room.drop(anInterchange([an855('PO-1'), an855('PO-2'), an855('PO-3')]));
    const [first, second, third] = await room.documents();
    const park = async (document: PartnerDocument | undefined, waitsFor: string) => {
      const stored = await room.records.get('partner-document', document?.id ?? '');
      if (!stored) throw new Error('no document');
      const body: PartnerDocument = { ...stored.body, state: 'parked', waitsFor };
      unwrap(
        await room.records.commit({
          changes: [{ type: 'partner-document', id: body.id, expect: stored.version, body }],
          correlationId,
        }),
      );
    };
    await park(second, 'xr-1');
    await park(first, 'xr-1');
    await park(third, 'xr-2');
    const before = room.records.published().length;
    const code = { crossReferenceId: 'xr-1', correlationId };
    expect(unwrap(await releaseParkedDocuments(room.ports, code))).toEqual({ released: 2 });
    expect(unwrap(await releaseParkedDocuments(room.ports, code))).toEqual({ released: 0 });
    expect(
      room.records
        .published()
        .slice(before)
        .map(({ subject }) => subject),
    ).toEqual([first?.id, second?.id]);
    expect((await room.documents()).map(({ state }) => state)).toEqual(['received', 'received', 'parked']);
  });
});
