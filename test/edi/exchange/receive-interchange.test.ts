import { describe, expect, it } from 'vitest';
import { unwrap } from '#core/kernel/result.ts';
import { Segment } from '#edi/codec/segment.ts';
import { serialiseEdifact } from '#edi/edifact/serialise.ts';
import { collectInterchange, listWaiting } from '#edi/exchange/collect.ts';
import { exchangeLimits } from '#edi/exchange/limits.ts';
import { tellGaps } from '#edi/exchange/tell-gaps.ts';
import { an855, anInterchange } from './a-partner.ts';
import { anAgreement, anExchange, correlationId, edifact, them, us, x12 } from './an-exchange.ts';

const numbered = (n: number) => an855(`PO-${String(n).padStart(4, '0')}`);

/** An 855 whose PO1 has a quantity that is no number. */
const bad = (n: number) =>
  an855(`PO-${n}`, [
    new Segment('PO1', ['1', 'many', 'EA', '12.5', 'HP', 'BP', 'I1']),
    new Segment('ACK', ['IA', '480', 'EA', '067', '20261207']),
  ]);

/** An ORDRSP that accepts a whole order, under a reference of the partner's choice. */
function anOrdrspInterchange(reference: string): Uint8Array {
  const written = serialiseEdifact({
    syntaxIdentifier: 'UNOC',
    syntaxVersion: '3',
    sender: them,
    receiver: us,
    date: '261123',
    time: '0918',
    reference,
    acknowledgementRequested: false,
    test: false,
    messages: [
      {
        type: 'ORDRSP',
        version: 'D',
        release: '96A',
        agency: 'UN',
        association: '',
        reference: '1',
        body: [
          new Segment('BGM', ['231', `R-${reference}`, '29']),
          new Segment('DTM', [['137', '20261123', '102']]),
          new Segment('RFF', [['ON', 'PO-0081']]),
        ],
      },
    ],
  });
  if (!written.ok) throw new Error(written.faults.map(({ message }) => message).join('; '));
  return written.bytes;
}

async function agreed(...agreement: Parameters<typeof anAgreement>) {
  const room = anExchange();
  await room.agree(anAgreement(...agreement));
  return room;
}

describe('receiving an interchange', () => {
  it('[S3] of a thousand transactions seven bad ones are rejected and named in the 997, and the next interchange is as whole as ever', async () => {
    const room = await agreed();
    const bads = new Set([3, 77, 200, 404, 555, 808, 999]);
    const all = Array.from({ length: 1000 }, (_, n) => (bads.has(n) ? bad(n) : numbered(n)));
    expect(unwrap(await room.drop(anInterchange(all)))).toEqual({ split: 1, settled: 0, quarantined: 0 });
    const documents = await room.documents();
    expect(documents.filter(({ state }) => state === 'received')).toHaveLength(993);
    expect(
      documents.filter(({ state }) => state === 'rejected').map(({ edi }) => edi?.transactionReference),
    ).toEqual([...bads].map((n) => String(n + 1).padStart(4, '0')));
    const answer = room.mailbox()[0]?.text ?? '';
    expect(answer.match(/AK5\*A/g)).toHaveLength(993);
    for (const n of bads)
      expect(answer).toContain(
        `AK2*855*${String(n + 1).padStart(4, '0')}~AK3*PO1*3*PO1*8~AK4*2*330*6*many~AK5*R*5~`,
      );
    expect(answer).toContain('AK9*P*1000*1000*993~');
    expect((await room.interchanges()).find(({ direction }) => direction === 'in')).toMatchObject({
      state: 'split',
      transactions: 1000,
      rejected: 7,
    });
    const [exception, ...others] = await room.exceptions();
    expect(exception).toMatchObject({ kind: 'document-rejected' });
    expect(exception?.evidence).toHaveLength(7);
    expect(others).toEqual([]);
    unwrap(await room.drop(anInterchange([numbered(2000), numbered(2001)], { control: 302 })));
    expect(room.mailbox()[1]?.text).toContain('AK9*A*2*2*2~');
  });

  it('[S4] every group of an interchange has its own 997', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1), numbered(2), numbered(3), numbered(4)], { groups: 2 }));
    const [answer] = room.mailbox();
    expect(answer?.text.match(/AK1\*PR\*301[01]~/g)).toHaveLength(2);
    expect(answer?.text.match(/AK9\*A\*2\*2\*2~/g)).toHaveLength(2);
  });

  it('[S1] 5010 is answered by a 999 where that is agreed', async () => {
    const room = await agreed({ edi: x12({ version: '005010', acknowledgements: { send: '999' } }) });
    await room.drop(anInterchange([numbered(1)], { version: '005010' }));
    expect(room.mailbox()[0]?.text).toMatch(
      /ST\*999\*0001~AK1\*PR\*3010\*005010~AK2\*855\*0001~IK5\*A~AK9\*A\*1\*1\*1~/,
    );
  });

  it('[S2] nothing is answered where no acknowledgement is agreed', async () => {
    const room = await agreed({ edi: x12({ acknowledgements: { send: 'none' } }) });
    await room.drop(anInterchange([numbered(1)]));
    expect(room.mailbox()).toEqual([]);
    expect((await room.interchanges())[0]).toMatchObject({ state: 'split', transactions: 1 });
  });

  it('[S2] a document that is not agreed is rejected as unsupported', async () => {
    const room = await agreed({ documents: { send: [], receive: ['supplier-invoice'] } });
    await room.drop(anInterchange([numbered(1)]));
    expect((await room.documents())[0]).toMatchObject({ state: 'rejected', kind: 'order-acknowledgement' });
    expect(room.mailbox()[0]?.text).toContain('AK5*R*1~');
  });

  it('[S3] several interchanges of several partners in one file are told apart', async () => {
    const room = await agreed();
    const other = { qualifier: '14', id: '4000000000009' };
    await room.agree(anAgreement({ id: 'bolts', supplierId: 'S2', edi: x12({ them: other }) }));
    const both = anInterchange([numbered(1)]) + anInterchange([numbered(2)], { from: other, control: 9 });
    await room.objects.write('landing', 'upload/both.edi', Buffer.from(both));
    expect(unwrap(await room.notify('upload/both.edi', 'd1'))).toMatchObject({ split: 2 });
    expect((await room.documents('acme')).map(({ orderNumber }) => orderNumber)).toEqual(['PO-0001']);
    expect((await room.documents('bolts')).map(({ orderNumber }) => orderNumber)).toEqual(['PO-0002']);
  });

  it('[S2] the documents of a partner that is not certified are marked as tests', async () => {
    const room = await agreed({ status: 'onboarding', edi: x12({ usage: 'test' }) });
    await room.drop(anInterchange([numbered(1)], { test: true }));
    expect((await room.documents())[0]).toMatchObject({ state: 'received', test: true });
    expect(room.mailbox()[0]?.name).toBe('x12-test-000000001.edi');
  });
});

describe('what is set aside', () => {
  const reasonOf = async (room: Awaited<ReturnType<typeof agreed>>, partner = 'unknown') => {
    const [found] = (await room.interchanges(partner)).filter(({ direction }) => direction === 'in');
    return { state: found?.state, code: found?.findings[0]?.code };
  };

  it('[S3] an interchange from nobody known is quarantined with the reason', async () => {
    const room = await agreed();
    const stranger = { qualifier: 'ZZ', id: 'STRANGER' };
    expect(unwrap(await room.drop(anInterchange([numbered(1)], { from: stranger })))).toMatchObject({
      quarantined: 1,
    });
    expect(await reasonOf(room)).toEqual({ state: 'quarantined', code: 'partner-unknown' });
    expect((await room.exceptions())[0]).toMatchObject({ kind: 'unknown-partner' });
    expect(room.mailbox()).toEqual([]);
    expect(room.events()).toContain('interchange-quarantined');
  });

  it('[S2] a partner cannot send in the name of another', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)]), { partner: 'mallory' });
    expect(await reasonOf(room)).toEqual({ state: 'quarantined', code: 'partner-unknown' });
    expect(await room.documents()).toEqual([]);
  });

  it.each([
    ['suspended', { status: 'suspended' as const }, 'partner-suspended'],
    ['in test', { edi: x12({ usage: 'test' }) }, 'document-not-agreed'],
    ['agreed for EDIFACT', { edi: edifact() }, 'document-not-agreed'],
    ['without EDI', {}, 'document-not-agreed'],
  ])('[S2] a partner that is %s', async (what, differing, code) => {
    const room = await agreed(what === 'without EDI' ? {} : differing);
    if (what === 'without EDI') {
      const { edi: _none, ...agreement } = anAgreement();
      room.settings.put('partner', agreement, 'acme');
    }
    await room.drop(anInterchange([numbered(1)]));
    expect(await reasonOf(room, 'acme')).toEqual({ state: 'quarantined', code });
    expect(await room.documents()).toEqual([]);
    expect(room.mailbox()).toEqual([]);
  });

  it('[S3] a truncated interchange applies nothing, and its number is free for the whole one', async () => {
    const room = await agreed();
    const whole = anInterchange([numbered(1), numbered(2)]);
    await room.drop(whole.slice(0, whole.length - 40));
    expect(await room.documents()).toEqual([]);
    expect((await room.exceptions())[0]).toMatchObject({ kind: 'unreadable-interchange' });
    expect(room.mailbox()[0]?.text).toContain('TA1*000000301*261123*0918*R*');
    await room.drop(whole);
    expect(await room.documents()).toHaveLength(2);
  });

  it('[S3] an ISA of another length is refused strictly and accepted leniently', async () => {
    const short = anInterchange([numbered(1)]).replace('4098765000003  ', '4098765000003');
    const strict = await agreed();
    await strict.drop(short);
    expect(await reasonOf(strict, 'acme')).toEqual({ state: 'quarantined', code: 'edi-unreadable' });
    const lenient = await agreed({ edi: x12({ reading: 'lenient' }) });
    await lenient.drop(short);
    const [read] = (await lenient.interchanges()).filter(({ direction }) => direction === 'in');
    expect(read).toMatchObject({ state: 'split', transactions: 1 });
    expect(read?.findings[0]?.message).toContain('the ISA has 104 characters');
  });

  it.each([
    ['no EDI at all', 'Dear supplier, please find attached', 'edi-unreadable'],
    ['empty', '', 'edi-unreadable'],
  ])('[S3] a file that is %s', async (_what, content, code) => {
    const room = await agreed();
    unwrap(await room.drop(content));
    expect(await reasonOf(room)).toEqual({ state: 'quarantined', code });
    expect((await room.exceptions())[0]).toMatchObject({ kind: 'unreadable-interchange' });
  });

  it('[S3] a file with more bytes or transactions than are taken applies nothing', async () => {
    const room = await agreed();
    const one = numbered(1);
    await room.drop(anInterchange(Array.from({ length: exchangeLimits.transactionsPerFile + 1 }, () => one)));
    expect(await reasonOf(room)).toEqual({ state: 'quarantined', code: 'file-too-large' });
    expect(await room.documents()).toEqual([]);
    const heavy = await agreed();
    await heavy.drop(anInterchange([one]) + '\n'.repeat(exchangeLimits.fileBytes));
    expect(await reasonOf(heavy)).toEqual({ state: 'quarantined', code: 'file-too-large' });
  }, 30_000);
});

describe('control numbers that were seen before', () => {
  it('[S2] the same content again is answered again and not applied again', async () => {
    const room = await agreed();
    const text = anInterchange([numbered(1)]);
    await room.drop(text);
    await room.objects.delete('landing', 'partners/acme/out/x12-000000001.edi');
    await room.drop(text);
    await room.drop(text, { name: 'renamed.edi' });
    expect(await room.documents()).toHaveLength(1);
    expect(room.mailbox().map(({ name }) => name)).toEqual(['x12-000000001.edi']);
    const received = (await room.interchanges()).filter(({ direction }) => direction === 'in');
    expect(received.map(({ state, repeats }) => [state, repeats]).sort()).toEqual([
      ['duplicate', 0],
      ['duplicate', 0],
      ['split', 2],
    ]);
  });

  it('[S2] over HTTPS the same answer waits again after a duplicate', async () => {
    const room = await agreed({ transport: 'https' });
    const waiting = async () => (await listWaiting(room, 'acme', { limit: 10 })).entries.map(({ id }) => id);
    await room.drop(anInterchange([numbered(1)]));
    const [interchangeId = ''] = await waiting();
    const actor = { kind: 'consumer', id: 'acme-1' } as const;
    unwrap(await collectInterchange(room, { partnerId: 'acme', interchangeId, correlationId, actor }));
    expect(await waiting()).toEqual([]);
    await room.drop(anInterchange([numbered(1)]));
    expect(await waiting()).toEqual([interchangeId]);
  });

  it('[S2] a repeated notification of one drop is no duplicate', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)]), { name: 'a.edi', drop: 'first' });
    await room.notify('partners/acme/in/a.edi', 'first');
    expect((await room.interchanges()).map(({ state }) => state).sort()).toEqual(['sent', 'split']);
  });

  it('[S2] the same content in another file is the same interchange', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)]));
    await room.drop(anInterchange([numbered(1)]) + anInterchange([numbered(2)], { control: 302 }));
    expect(await room.documents()).toHaveLength(2);
    const received = (await room.interchanges()).filter(({ direction }) => direction === 'in');
    expect(received.map(({ state }) => state).sort()).toEqual(['duplicate', 'split', 'split']);
  });

  it('[S2] a duplicate is refused where that is agreed', async () => {
    const room = await agreed({ edi: x12({ duplicates: 'refuse' }) });
    await room.drop(anInterchange([numbered(1)]));
    await room.drop(anInterchange([numbered(1)]));
    expect(room.mailbox()[1]?.text).toContain('TA1*000000301*261123*0918*R*025~');
    expect(await room.documents()).toHaveLength(1);
  });

  it('[S2] other content under the same number is refused, and a person is told', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)]));
    await room.drop(anInterchange([numbered(2)]));
    expect((await room.documents()).map(({ orderNumber }) => orderNumber)).toEqual(['PO-0001']);
    expect((await room.exceptions())[0]).toMatchObject({ kind: 'duplicate-differs' });
    expect(room.mailbox()[1]?.text).toContain('*R*025~');
  });

  it('[S2] numbers that stay away are told once, half an hour later; what only came late is no loss', async () => {
    const room = await agreed();
    for (const control of [301, 305, 302, 304])
      await room.drop(anInterchange([numbered(control)], { control }));
    expect(await room.documents()).toHaveLength(4);
    room.clock.set('2026-11-23T08:29:59.000Z');
    expect(await tellGaps(room.ports)).toEqual({ ok: true, value: { gaps: 0 } });
    expect(await room.exceptions()).toEqual([]);
    room.clock.set('2026-11-23T08:30:00.000Z');
    expect(await tellGaps(room.ports)).toEqual({ ok: true, value: { gaps: 1 } });
    expect(await tellGaps(room.ports)).toEqual({ ok: true, value: { gaps: 0 } });
    expect((await room.exceptions()).map(({ kind, title }) => [kind, title])).toEqual([
      ['control-number-gap', 'Partner acme passed over control number 303: an interchange may be lost'],
    ]);
    expect((await room.records.get('control-numbers', 'acme:production'))?.body).toMatchObject({
      received: 305,
      missing: [{ from: 303, to: 303, told: true }],
    });
    await room.drop(anInterchange([numbered(303)], { control: 303 }));
    expect(await room.exceptions()).toEqual([]);
  });

  it('[S2] EDIFACT references have fourteen digits: they go on beyond where X12 begins again', async () => {
    const room = await agreed({ edi: edifact() });
    for (const reference of ['20261123080000', '20261123080001', '20261123080003'])
      await room.drop(anOrdrspInterchange(reference));
    expect((await room.records.get('control-numbers', 'acme:production'))?.body).toMatchObject({
      received: 20_261_123_080_003,
      missing: [{ from: 20_261_123_080_002, to: 20_261_123_080_002 }],
    });
  });

  it('[S2] whoever takes its numbers from a clock loses none', async () => {
    const room = await agreed({ edi: edifact() });
    for (const reference of ['2611230800', '2611240800', '2611240801'])
      await room.drop(anOrdrspInterchange(reference));
    const numbers = (await room.records.get('control-numbers', 'acme:production'))?.body;
    expect(numbers).toMatchObject({ received: 2_611_240_801 });
    expect(numbers?.missing ?? []).toEqual([]);
  });

  it('[O7] a sender whose clock is years ahead is not the newest for all time', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)], { control: 301 }).replaceAll('*261123*', '*360101*'));
    await room.drop(anInterchange([numbered(2)], { control: 302 }).replaceAll('*0918*', '*1218*'));
    expect((await room.documents()).map(({ orderNumber }) => orderNumber)).toEqual(['PO-0001', 'PO-0002']);
  });

  it('[S15] a partner that was heard is known to have been', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)]));
    expect((await room.records.get('partner', 'acme'))?.body.lastHeardAt).toBe('2026-11-23T08:00:00.000Z');
  });
});

describe('deviations of the agreement', () => {
  const deviating = (level: 'segment' | 'canonical', expression: string) =>
    agreed({
      deviations: [{ document: 'order-acknowledgement', level, expression, because: 'their translator' }],
    });

  it('[S2] a field elsewhere is put right before the schema looks', async () => {
    // The order's number is in BAK08 and the supplier's own in BAK03.
    const expression =
      "$map($, function($s) { $s[0] = 'BAK' ? ['BAK', $s[1], $s[2], $s[8], $s[4], '', '', '', $s[3]] : $s })";
    const room = await deviating('segment', expression);
    const swapped = an855();
    const [bak, ...rest] = swapped.body;
    const body = [
      new Segment('BAK', ['00', 'AD', 'SO-9', '20261123', '', '', '', bak?.text(3) ?? '']),
      ...rest,
    ];
    await room.drop(anInterchange([{ ...swapped, body }]));
    expect((await room.documents())[0]).toMatchObject({
      state: 'received',
      number: 'SO-9',
      orderNumber: 'PO-0081',
    });
  });

  it('[S2] a code is translated in the canonical document', async () => {
    const room = await deviating(
      'canonical',
      "$merge([$, {'answerCode': answerCode = 'AD' ? 'AC' : answerCode}])",
    );
    await room.drop(anInterchange([an855()]));
    const [document] = await room.documents();
    expect(JSON.parse(room.objects.text('documents', document?.canonicalKey ?? ''))).toMatchObject({
      answerCode: 'AC',
    });
  });

  it.each([
    ['is none', '$map('],
    ['never ends', '($f := function($n) { $f($n + 1) }; $f(0))'],
    ['goes too deep', '($f := function($n) { 1 + $f($n + 1) }; $f(0))'],
    ['gives no document', "'nothing'"],
  ])(
    '[S2] an expression that %s rejects the document, and the partner is not told it was wrong',
    async (_what, expression) => {
      const room = await deviating('canonical', expression);
      await room.drop(anInterchange([an855()]));
      expect((await room.documents())[0]).toMatchObject({ state: 'rejected' });
      expect((await room.documents())[0]?.findings[0]?.code).toBe('deviation-failed');
      expect(room.mailbox()[0]?.text).toContain('AK5*A~');
      expect((await room.exceptions())[0]).toMatchObject({ kind: 'document-rejected' });
    },
  );

  it('[S2] faults that both agreed to live with are accepted with errors', async () => {
    const room = await agreed({ edi: x12({ tolerated: ['element-code', 'element-long'] }) });
    const long = an855('PO-0081-WITH-MORE-THAN-22-CHARACTERS');
    await room.drop(anInterchange([long]));
    expect((await room.documents())[0]).toMatchObject({ state: 'received' });
    expect(room.mailbox()[0]?.text).toContain('AK5*E*5~');
  });
});

describe('going on after a crash', () => {
  it('[O7] what was judged before the agreement changed is answered as it was judged', async () => {
    const room = await agreed();
    const text = anInterchange(Array.from({ length: 30 }, (_, n) => numbered(n)));
    let commits = 0;
    const { records } = room;
    const dying = Object.assign(Object.create(records), {
      commit: (commit: Parameters<typeof records.commit>[0]) => {
        commits += 1;
        // The document, the interchange, twelve documents; then nothing more.
        return commits > 3 ? Promise.reject(new Error('died')) : records.commit(commit);
      },
    });
    await room.objects.write('landing', 'partners/acme/in/a.edi', Buffer.from(text));
    const own = { ...room.ports, records: dying };
    await expect(room.notify('partners/acme/in/a.edi', 'one', own)).rejects.toThrow('died');
    expect(await room.documents()).toHaveLength(12);
    await room.agree(anAgreement({ documents: { send: [], receive: [] } }));
    unwrap(await room.notify('partners/acme/in/a.edi', 'one'));
    const documents = await room.documents();
    expect(documents.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 12 }, () => 'received'),
      ...Array.from({ length: 18 }, () => 'rejected'),
    ]);
    const answer = room.mailbox()[0]?.text ?? '';
    expect(answer.match(/AK5\*(A|R\*1)~/g)).toEqual([
      ...Array.from({ length: 12 }, () => 'AK5*A~'),
      ...Array.from({ length: 18 }, () => 'AK5*R*1~'),
    ]);
  });

  it('[S4] an interchange whose answer cannot be written is split all the same, and a person is told', async () => {
    const room = await agreed({ edi: edifact({ syntax: { identifier: 'UNOA', version: '3' } }) });
    const addresses = '4098765000003:14+4012345000009:14';
    const body = "UNH+1+ORDRSP:D:96A:UN'BGM+231+SO-1+4'DTM+137:20261123:102'RFF+ON:PO-1'UNS+S'UNT+6+1'";
    await room.drop(`UNB+UNOC:3+${addresses}+261123:0900+R\u00c9F1'${body}UNZ+1+R\u00c9F1'`);
    const [interchange] = await room.interchanges();
    expect(interchange).toMatchObject({ state: 'split', transactions: 1 });
    expect(interchange?.findings[0]).toMatchObject({ code: 'edi-unwritable', at: 'the acknowledgement' });
    expect((await room.exceptions()).map(({ title }) => title)).toContain(
      'Interchange R\u00c9F1 of partner acme could not be acknowledged',
    );
  });

  it('[S4] a group that lost its number is told of by a TA1', async () => {
    const room = await agreed();
    await room.drop(anInterchange([numbered(1)]).replaceAll('*3010', '*'));
    expect(room.mailbox()[0]?.text).toMatch(/TA1\*000000301\*261123\*0918\*[ER]\*/);
  });
});
