import { describe, expect, it } from 'vitest';
import { traceLineage } from '#business/lineage/trace.ts';
import type { TracedType } from '#core/canonical/lineage.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aGroupOf, aPlan, planned } from '#test/builders/a-planned-order.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { tracing, wholeStory } from '#test/builders/whole-story.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';

const whole = [
  'plan',
  'release',
  'run',
  'proposal',
  'proposal',
  'approval',
  'order',
  'posting',
  'order-sent',
  'answer',
  'ship-notice',
  'receipt',
  'invoice',
  'invoice-posting',
];

describe('the chain from the plan to the invoice', () => {
  it('[O1] is the same from wherever it is entered, in both directions', async () => {
    const story = await wholeStory();
    const { lineageOf, ids } = story;
    const entries = Object.entries(ids) as [keyof typeof ids, string][];
    const types: { readonly [E in keyof typeof ids]: TracedType } = {
      ...{ document: 'document', release: 'forecast-release', run: 'replenishment-run' },
      ...{ proposal: 'proposal', group: 'approval-group', order: 'purchase-order' },
      ...{ sent: 'partner-document', answer: 'partner-document', answerFile: 'document' },
      ...{ notice: 'expected-shipment', noticeDocument: 'partner-document' },
      ...{ receipt: 'goods-receipt', invoice: 'invoice', invoiceDocument: 'partner-document' },
    };
    for (const [entry, id] of entries) {
      const { nodes, root, cut } = unwrap(await lineageOf(types[entry], id));
      const own = entry === 'answerFile' ? [...whole, 'answer'].sort() : [...whole].sort();
      expect([entry, nodes.map(({ station }) => station).sort()]).toEqual([entry, own]);
      expect(nodes.filter(({ id: node }) => node === root)).toHaveLength(1);
      expect(root.endsWith(`/${id}`)).toBe(true);
      expect(cut).toBe(false);
    }
  });

  it('[O1] is one path, each node with time, system and state', async () => {
    const { lineageOf, ids } = await wholeStory();
    const { nodes, edges } = unwrap(await lineageOf('purchase-order', ids.order));
    const station = new Map(nodes.map((node) => [node.id, node.station]));
    const steps = new Set(edges.map(({ from, to }) => `${station.get(from)} → ${station.get(to)}`));
    expect([...steps].sort()).toEqual([
      'answer → ship-notice',
      'approval → order',
      'invoice → invoice-posting',
      'order → posting',
      'order-sent → answer',
      'plan → release',
      'posting → order-sent',
      'proposal → approval',
      'receipt → invoice',
      'release → run',
      'run → proposal',
      'ship-notice → receipt',
    ]);
    expect(nodes.map(({ station: at, state, system }) => [at, state, system])).toEqual([
      ['plan', 'applied', 'crossdock'],
      ['release', 'approved', 'crossdock'],
      ['run', 'proposed', 'crossdock'],
      ['proposal', 'approved', 'crossdock'],
      ['proposal', 'approved', 'crossdock'],
      ['approval', 'ordered', 'crossdock'],
      ['order', 'received', 'tryton'],
      ['posting', 'settled', 'tryton'],
      ['order-sent', 'delivered', 'acme'],
      ['answer', 'applied', 'acme'],
      ['ship-notice', 'received', 'acme'],
      ['receipt', 'received', 'tryton'],
      ['invoice', 'posted', 'acme'],
      ['invoice-posting', 'settled', 'tryton'],
    ]);
    for (const node of nodes) expect(node).toMatchObject({ at: expect.any(String), awaited: false });
    expect(nodes.map(({ title }) => title)).toContain('10 cases of I1 for HAM');
  });
});

describe('what is due and not there', () => {
  it('[O1] [S6] an answer and the goods are awaited, until when is said', async () => {
    const { lineageOf, ids } = await wholeStory('ordered');
    const { nodes, edges } = unwrap(await lineageOf('purchase-order', ids.order));
    const awaited = nodes.filter((node) => node.awaited);
    expect(awaited).toMatchObject([
      { station: 'answer', state: 'awaited', system: 'acme', at: expect.stringMatching(/^2026-11-2/) },
      { station: 'receipt', state: 'awaited', system: 'tryton', at: '2026-11-26T00:00:00.000Z' },
    ]);
    for (const { id } of awaited) expect(edges.some(({ to }) => to === id)).toBe(true);
  });

  it('[O1] a released plan waits for its run, an order for its posting', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    await aPlan(records);
    const body = aPurchaseOrder();
    const change = { type: 'purchase-order', id: body.id, expect: 'absent', body } as const;
    unwrap(await records.commit({ changes: [change], correlationId: 'cor-00000001' }));
    const order = unwrap(await traceLineage(tracing(records), { type: 'purchase-order', id: 'po-1' }));
    expect(order.nodes).toMatchObject([{ station: 'order' }, { station: 'posting', awaited: true }]);
    const unplanned = {
      ...records,
      get: (async (type, id) =>
        type === 'replenishment-run' ? undefined : records.get(type, id)) as typeof records.get,
    };
    const release = { type: 'forecast-release', id: planned.releaseId } as const;
    const plan = unwrap(await traceLineage(tracing(unplanned), release));
    expect(plan.nodes.map(({ station, awaited }) => [station, awaited])).toEqual([
      ['plan', false],
      ['release', false],
      ['run', true],
    ]);
  });
});

describe('what is too much for a picture', () => {
  it('[O1] more than five proposals of an order are one node; the one asked about stays', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    await aPlan(records);
    const [, second] = await aGroupOf(records, 'ag-1', 12);
    const fromGroup = unwrap(await traceLineage(tracing(records), { type: 'approval-group', id: 'ag-1' }));
    expect(fromGroup.nodes.filter(({ station }) => station === 'proposal')).toMatchObject([
      { title: '12 proposals', recordType: 'replenishment-run', recordId: planned.runId },
    ]);
    const fromOne = unwrap(await traceLineage(tracing(records), { type: 'proposal', id: second ?? '' }));
    expect(fromOne.nodes.filter(({ station }) => station === 'proposal').map(({ title }) => title)).toEqual([
      '10 cases of I1 for HAM',
      '11 other proposals',
    ]);
    const { edges } = fromOne;
    expect(edges).toContainEqual({ from: `proposal/${second}`, to: 'approval-group/ag-1' });
  });

  it('[O1] a plan of many orders shows them, and what came of a few; it says that there is more', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    await aPlan(records);
    for (let n = 1; n <= 40; n += 1) {
      await aGroupOf(records, `ag-${n}`, 5, `po-${n}`);
      const body = aPurchaseOrder({
        id: `po-${n}`,
        approvalGroupId: `ag-${n}`,
        releaseId: planned.releaseId,
      });
      const change = { type: 'purchase-order', id: body.id, expect: 'absent', body } as const;
      unwrap(await records.commit({ changes: [change], correlationId: 'cor-00000001' }));
    }
    let reads = 0;
    const counted = {
      ...records,
      get: ((type, id) => {
        reads += 1;
        return records.get(type, id);
      }) as typeof records.get,
    };
    const run = { type: 'replenishment-run', id: planned.runId } as const;
    const { nodes, cut } = unwrap(await traceLineage(tracing(counted), run));
    expect(cut).toBe(true);
    expect(nodes.length).toBeLessThanOrEqual(300);
    expect(nodes.filter(({ station }) => station === 'order')).toHaveLength(40);
    expect(nodes.filter(({ station }) => station === 'posting')).toHaveLength(5);
    expect(reads).toBeLessThan(60);
  });

  it('[O1] more than 300 nodes are cut, and no edge leads nowhere', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    await aPlan(records);
    for (let n = 1; n <= 55; n += 1) await aGroupOf(records, `ag-${n}`, 5);
    const release = { type: 'forecast-release', id: planned.releaseId } as const;
    const { nodes, edges, cut } = unwrap(await traceLineage(tracing(records), release));
    expect([nodes.length, cut]).toEqual([300, true]);
    const there = new Set(nodes.map(({ id }) => id));
    for (const { from, to } of edges) expect([there.has(from), there.has(to)]).toEqual([true, true]);
  });
});

describe('what hangs loose', () => {
  it('[O1] there is no chain of what does not exist, of any type', async () => {
    const records = memoryRecords({ clock: fixedClock() });
    const types: readonly TracedType[] = [
      ...(['document', 'forecast-release', 'replenishment-run', 'proposal', 'approval-group'] as const),
      ...(['purchase-order', 'partner-document', 'expected-shipment', 'goods-receipt', 'invoice'] as const),
    ];
    for (const type of types) {
      const traced = await traceLineage(tracing(records), { type, id: 'none' });
      expect(traced).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    }
  });

  it('[O1] [S11] an answer that was not applied hangs on the order it names; an older one stays in the chain', async () => {
    const { lineageOf, ids, answerAgain, answerInVain } = await wholeStory('answered');
    const newer = await answerAgain();
    const both = unwrap(await lineageOf('purchase-order', ids.order));
    const answers = both.nodes.filter(({ station }) => station === 'answer').map(({ recordId }) => recordId);
    expect(answers).toEqual(expect.arrayContaining([ids.answer, newer]));
    const vain = await answerInVain();
    const { edges, root } = unwrap(await lineageOf('partner-document', vain));
    expect(edges).toContainEqual({ from: `purchase-order/${ids.order}`, to: root });
  });
});
