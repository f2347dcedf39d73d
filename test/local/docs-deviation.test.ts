/** The recipe in docs/guides/add-a-mapping-or-deviation.md: its deviations, put in force by its commands. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { rehearsal } from '#adapters/rehearsal.ts';
import { deviationSchema } from '#core/canonical/partner-agreement.ts';
import { unwrap } from '#core/kernel/result.ts';
import { Segment } from '#edi/codec/segment.ts';
import { faultOfExpression } from '#edi/exchange/fault-of-expression.ts';
import { reprocessInterchange } from '#edi/exchange/reprocess-interchange.ts';
import { sendPurchaseOrder } from '#edi/exchange/send-purchase-order.ts';
import { aSupplier } from '#test/builders/a-supplier.ts';
import { memoryPartnerAccess } from '#test/doubles/memory-partner-access.ts';
import { an855, anInterchange } from '#test/edi/exchange/a-partner.ts';
import { anExchange } from '#test/edi/exchange/an-exchange.ts';
import { activate, addPartnerFrom, agreementIn, certify, suspend } from '../../cli/partners.ts';

const guide = readFileSync('docs/guides/add-a-mapping-or-deviation.md', 'utf8');
const example = 'docs/guides/agreements/boltsupply.json';
const deviations = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) =>
  deviationSchema.parse(JSON.parse(text)),
);
const commands = [
  ...guide.matchAll(
    /^crossdock -e prod partner (\w+) ([\w.-]+)(?: --sample ([\w.-]+))?(?: --reason "(.*)")?$/gm,
  ),
].map(([, verb = '', about = '', sample = '', reason = '']) => ({ verb, about, sample, reason }));

/** Their 855: the order's number in BAK08, their own in BAK03. */
function swapped(order: string) {
  const { type, body } = an855(order);
  const [, ...rest] = body;
  return { type, body: [new Segment('BAK', ['00', 'AD', 'SO-9', '20261123', '', '', '', order]), ...rest] };
}

/** Bolt Supply, live with the agreement of the other recipe; and what each command does, as the command line does it. */
async function aDesk() {
  const room = anExchange();
  const access = memoryPartnerAccess();
  const ports = { ...room.ports, faultOfExpression, access, rehearse: rehearsal(room.clock) };
  const supplier = {
    type: 'supplier',
    id: 'sup-bolt',
    expect: 'absent',
    body: aSupplier('sup-bolt'),
  } as const;
  unwrap(await room.records.commit({ changes: [supplier], correlationId: 'cor-12345678' }));
  const where = { apiUrl: 'https://api.example', tokenUrl: 'https://token.example', wish: 'none' } as const;
  await addPartnerFrom(ports, example, { ...where, reason: 'example' });
  await certify(ports, 'boltsupply', { reason: 'example' });
  await activate(ports, 'boltsupply', 'example');
  const { edi } = agreementIn(example);
  if (!edi) throw new Error('no EDI in the example');
  const folder = mkdtempSync(join(tmpdir(), 'deviation-'));
  const changed = { ...JSON.parse(readFileSync(example, 'utf8')), deviations };
  writeFileSync(join(folder, 'boltsupply.json'), JSON.stringify(changed));
  const theirs = (order: string, control: number) =>
    anInterchange([swapped(order)], { from: edi.them, to: edi.us, version: '005010', control });
  writeFileSync(join(folder, 'their-855.edi'), theirs('PO-1', 900));
  const does: Readonly<Record<string, (command: (typeof commands)[number]) => Promise<string>>> = {
    suspend: ({ about, reason }) => suspend(ports, about, reason),
    add: ({ about, reason }) => addPartnerFrom(ports, join(folder, about), { ...where, reason }),
    certify: async ({ about, sample }) =>
      (await certify(ports, about, { reason: 'certification', samples: [join(folder, sample)] })).text,
    activate: ({ about, reason }) => activate(ports, about, reason),
  };
  const follow = async (verb: string) => {
    const command = commands.find((one) => one.verb === verb);
    if (!command || !does[verb]) throw new Error(`the guide has no command ${verb}`);
    return does[verb](command);
  };
  return { room, theirs, follow, tidy: () => rmSync(folder, { recursive: true }) };
}

describe('the recipe for a deviation', () => {
  let desk: Awaited<ReturnType<typeof aDesk>>;
  beforeEach(async () => {
    desk = await aDesk();
    return () => desk.tidy();
  });

  it('[S2] its commands put it in force, and what came meanwhile is read with it', async () => {
    const { room, theirs, follow } = desk;
    expect(commands.map(({ verb }) => verb)).toEqual(['suspend', 'add', 'certify', 'activate']);
    await follow('suspend');
    await room.drop(theirs('PO-0081', 901), { partner: 'boltsupply' });
    expect(await room.documents('boltsupply')).toEqual([]);
    await follow('add');
    const report = await follow('certify');
    expect(report).not.toContain('FAILED');
    expect(await follow('activate')).toContain('active');
    const [aside] = (await room.interchanges('boltsupply')).filter(({ state }) => state === 'quarantined');
    unwrap(
      await reprocessInterchange(room.ports, {
        interchangeId: aside?.id ?? '',
        correlationId: 'cor-repaired',
      }),
    );
    const [document] = await room.documents('boltsupply');
    expect(document).toMatchObject({
      state: 'received',
      test: false,
      number: 'SO-9',
      orderNumber: 'PO-0081',
    });
    expect(JSON.parse(room.objects.text('documents', document?.canonicalKey ?? '')).answerCode).toBe('AC');
  });

  it('[S2] what we send is written as they want it', async () => {
    const { room, follow } = desk;
    for (const verb of ['suspend', 'add', 'certify', 'activate']) await follow(verb);
    const { id } = await room.order({ supplierId: 'sup-bolt' });
    unwrap(await sendPurchaseOrder(room.ports, { purchaseOrderId: id, correlationId: 'cor-of-the-order' }));
    const [{ text } = { text: '' }] = room.mailbox('boltsupply').slice(-1);
    expect(text).toMatch(/PO1\*[^~]*\*IN\*I1/);
    expect(text).not.toContain('*BP*');
  });

  it('[S10] a partner that was not suspended is only tried meanwhile, as it warns', async () => {
    const { room, theirs, follow } = desk;
    await follow('add');
    await room.drop(theirs('PO-0081', 901), { partner: 'boltsupply' });
    expect(await room.documents('boltsupply')).toMatchObject([{ test: true }]);
  });
});
