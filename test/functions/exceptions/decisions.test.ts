import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { resolutionRuns } from '#adapters/resolution-runs.ts';
import { applyResolution } from '#business/exceptions/apply-resolution.ts';
import { notePostingRefused } from '#business/exceptions/note-posting-refused.ts';
import { resolveException } from '#business/exceptions/resolve-exception.ts';
import { noticeSilence } from '#business/partners/notice-silence.ts';
import type { ExceptionAction, ExceptionKind } from '#core/canonical/exception.ts';
import type { OrderChangeRecord } from '#core/canonical/order-ledger.ts';
import { unwrap } from '#core/kernel/result.ts';
import { Segment } from '#edi/codec/segment.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { sweep } from '#functions/exceptions/sweep-due-dates.ts';
import { memoryPostings } from '#test/doubles/memory-postings.ts';
import { an855, anInterchange } from '#test/edi/exchange/a-partner.ts';
import { anAgreement, anExchange, correlationId } from '#test/edi/exchange/an-exchange.ts';

let room: ReturnType<typeof anExchange>;
let later: (hours: number) => void;

beforeEach(async () => {
  room = anExchange();
  const start = room.clock.now();
  let now = start;
  later = (hours) => {
    now = new Date(Date.parse(start) + hours * 3_600_000).toISOString();
  };
  room.clock.now = () => now;
  await room.agree();
  await room.order();
});

const exceptionOf = async (kind: ExceptionKind, role = 'edi_coordinator') => {
  const list = { list: 'exceptions', scope: `${role}#open`, limit: 100 } as const;
  const { entries } = await room.records.list('exception', list);
  const found = entries.find(({ body }) => body.kind === kind);
  if (!found) throw new Error(`no open ${kind}`);
  return found;
};

/** A person decides, and what hears of it carries it out. */
async function decide(kind: ExceptionKind, action: ExceptionAction, role?: string) {
  const { id: exceptionId, version: expectedVersion } = await exceptionOf(kind, role);
  const actor = { kind: 'consumer', id: 'anna' } as const;
  const asked = { exceptionId, expectedVersion, actor, correlationId, reason: 'repaired' };
  unwrap(await resolveException(room, { ...asked, decided: action }));
  const runs = resolutionRuns(room.ports, memoryPostings);
  const apply = () => applyResolution(room, runs, { exceptionId, correlationId });
  return { applied: await apply(), apply, exceptionId };
}

const sendOrder = async () =>
  unwrap(await sendPurchaseOrder(room.ports, { purchaseOrderId: 'po-1', correlationId }));
const outgoing = async () => (await room.interchanges()).filter(({ direction }) => direction === 'out');

describe('acknowledgements that do not come', () => {
  it('[S4] an interchange that is not acknowledged in time is overdue, once, and a person is told', async () => {
    await sendOrder();
    expect(unwrap(await sweep(room.ports))).toMatchObject({ acknowledgements: { overdue: 0 } });
    later(4);
    expect(unwrap(await sweep(room.ports))).toMatchObject({ acknowledgements: { overdue: 1 } });
    expect(unwrap(await sweep(room.ports))).toMatchObject({ acknowledgements: { overdue: 0 } });
    expect(await outgoing()).toMatchObject([{ state: 'overdue' }]);
    expect((await exceptionOf('acknowledgement-overdue')).body.about).toMatchObject({ partnerId: 'acme' });
    expect(room.events()).toContain('interchange-answered');
  });

  it('[S4] an acknowledgement that comes after all closes the question', async () => {
    await sendOrder();
    later(4);
    unwrap(await sweep(room.ports));
    const { id } = await exceptionOf('acknowledgement-overdue');
    const body = [
      new Segment('AK1', ['PO', '1']),
      new Segment('AK2', ['850', '0001']),
      new Segment('AK5', ['A']),
      new Segment('AK9', ['A', '1', '1', '1']),
    ];
    unwrap(await room.drop(anInterchange([{ type: '997', body }])));
    expect((await room.records.get('exception', id))?.body).toMatchObject({
      state: 'resolved',
      resolution: { by: 'crossdock', action: 'close' },
    });
  });

  it('[S4] extended, it waits again and is overdue again', async () => {
    await sendOrder();
    later(4);
    unwrap(await sweep(room.ports));
    const { applied } = await decide('acknowledgement-overdue', 'extend');
    expect(unwrap(applied)).toBe('extend-acknowledgement');
    expect(await outgoing()).toMatchObject([{ state: 'sent' }]);
    later(7);
    expect(unwrap(await sweep(room.ports))).toMatchObject({ acknowledgements: { overdue: 0 } });
    later(8);
    expect(unwrap(await sweep(room.ports))).toMatchObject({ acknowledgements: { overdue: 1 } });
    expect((await exceptionOf('acknowledgement-overdue')).body.reopened).toBe(1);
  });

  it('[S15] sent again it takes new control numbers; the same decision carried out twice sends once', async () => {
    await sendOrder();
    later(4);
    unwrap(await sweep(room.ports));
    const { applied, apply } = await decide('acknowledgement-overdue', 'resend');
    expect(unwrap(applied)).toBe('resend');
    unwrap(await apply());
    const sent = (await outgoing()).map(({ controlNumber }) => controlNumber);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(2);
    expect(room.mailbox()).toHaveLength(2);
  });
});

describe('the sweep', () => {
  it('[O7] what throws in one search keeps none of the others from being found, and is told', async () => {
    await sendOrder();
    later(4);
    const broken = {
      ...room.ports,
      records: {
        ...room.records,
        list: async (type: never, query: Parameters<typeof room.records.list>[1]) => {
          if (query.list === 'answers-due') throw new Error('the list cannot be read');
          return room.records.list(type, query);
        },
      },
    };
    await expect(sweep(broken)).rejects.toThrow('the list cannot be read');
    expect(await outgoing()).toMatchObject([{ state: 'overdue' }]);
  });
});

describe('what was set aside', () => {
  it('[S3] an interchange of nobody is read unchanged once its partner is known', async () => {
    const stranger = { qualifier: 'ZZ', id: 'NEWCOMER' };
    unwrap(await room.drop(anInterchange([an855()], { from: stranger })));
    const { applied: tooEarly, exceptionId } = await decide('unknown-partner', 'reprocess');
    expect(unwrap(tooEarly)).toBe('open-again');
    const again = await room.records.get('exception', exceptionId);
    expect(again?.body.comments.at(-1)?.text).toMatch(/partner-unknown/);
    const { edi } = anAgreement();
    if (!edi) throw new Error('no edi');
    await room.agree(anAgreement({ edi: { ...edi, them: stranger } }));
    const { applied } = await decide('unknown-partner', 'reprocess');
    expect(unwrap(applied)).toBe('reprocess');
    expect(await room.documents()).toMatchObject([{ kind: 'order-acknowledgement', state: 'received' }]);
  });

  it('[S3] what is rejected for good stays where it is', async () => {
    unwrap(await room.drop(anInterchange([an855()], { from: { qualifier: 'ZZ', id: 'NEWCOMER' } })));
    const { applied } = await decide('unknown-partner', 'reject');
    expect(unwrap(applied)).toBe('reject-document');
    expect(await room.interchanges('unknown')).toMatchObject([{ state: 'quarantined' }]);
    await expect(exceptionOf('unknown-partner')).rejects.toThrow();
  });
});

describe('what a system of record refuses', () => {
  const refuse = async () => {
    const stored = await room.records.get('purchase-order', 'po-1');
    if (!stored) throw new Error('no order');
    const body = { ...stored.body, state: 'refused', refusal: 'The supplier is blocked.' } as const;
    const change = { type: 'purchase-order', id: 'po-1', expect: stored.version, body } as const;
    unwrap(await room.records.commit({ changes: [change], correlationId }));
  };
  const note = () => notePostingRefused(room, { what: 'purchase-order', id: 'po-1', correlationId });

  it('[O10] becomes an exception in its own words, once; a message that comes late opens nothing', async () => {
    unwrap(await note());
    await expect(exceptionOf('posting-refused', 'ops')).rejects.toThrow();
    await refuse();
    unwrap(await note());
    unwrap(await note());
    const { body } = await exceptionOf('posting-refused', 'ops');
    expect(body).toMatchObject({
      evidence: [{ what: 'reason', received: 'The supplier is blocked.' }],
      about: { purchaseOrderId: 'po-1' },
    });
    expect(body.reopened).toBe(0);
  });

  it("[S11] a change that the system does not allow in the order's state is the buyer's to repair", async () => {
    const body: OrderChangeRecord = {
      id: 'oc-1',
      purchaseOrderId: 'po-1',
      sequence: 1,
      origin: 'buyer',
      reason: 'accepted',
      system: 'tryton',
      lines: [{ lineNumber: 1, action: 'cancel', itemId: 'I1' }],
      posting: 'refused',
      telling: 'none',
      refusal: 'Dates are fixed.',
      requestedAt: '2026-11-23T08:00:00.000Z',
    };
    const change = {
      type: 'order-change',
      id: 'oc-1',
      expect: 'absent',
      body,
    } as const;
    unwrap(await room.records.commit({ changes: [change], correlationId }));
    unwrap(await notePostingRefused(room, { what: 'order-change', id: 'oc-1', correlationId }));
    expect((await exceptionOf('change-refused', 'buyer')).body).toMatchObject({
      about: { orderChangeId: 'oc-1', purchaseOrderId: 'po-1' },
      evidence: [{ received: 'Dates are fixed.' }],
      actions: ['reprocess', 'close'],
    });
  });

  it('[O10] asked for again where there is nothing to post again, it is open again and says so', async () => {
    await refuse();
    unwrap(await note());
    const { applied } = await decide('posting-refused', 'reprocess', 'ops');
    expect(unwrap(applied)).toBe('open-again');
    expect((await exceptionOf('posting-refused', 'ops')).body.comments).toMatchObject([{ by: 'crossdock' }]);
  });
});

describe('partners that fall silent', () => {
  it('[S15] beyond its rhythm the coordinator is told, once for the same silence', async () => {
    await room.agree(anAgreement({ silentAfterDays: 3 }));
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
    unwrap(await room.drop(anInterchange([an855()])));
    later(72);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
    later(73);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 1 });
    later(100);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
    expect((await exceptionOf('partner-silent')).body.title).toBe(
      'Acme Fasteners has been silent since 2026-11-23',
    );
  });

  it('[S15] one that never spoke is silent from the day it went live', async () => {
    await room.agree(anAgreement({ silentAfterDays: 3, activeSince: '2026-11-23' }));
    later(64);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
    later(65);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 1 });
    later(66);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
    expect((await exceptionOf('partner-silent')).body.evidence).toMatchObject([{ received: 'none' }]);
  });

  it('[S15] nobody is told of a partner without a rhythm, or one that is suspended', async () => {
    unwrap(await room.drop(anInterchange([an855()])));
    later(1000);
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
    await room.agree(anAgreement({ silentAfterDays: 3, status: 'suspended' }));
    expect(unwrap(await noticeSilence(room))).toEqual({ silent: 0 });
  });
});
