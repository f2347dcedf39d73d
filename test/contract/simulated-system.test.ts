import { type Result, unwrap } from '#core/kernel/result.ts';
import type {
  DocumentCapabilities,
  DocumentPort,
  SystemOfRecord,
} from '#platform/posting/system-of-record.ts';
import { aMatchedInvoice } from '#test/builders/a-matched-invoice.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
import { anOrderChange } from '#test/builders/an-order-change.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import {
  type Behaviour,
  down,
  locked,
  loseAnswer,
  type SimulatedSystem,
  simulatedCapabilities,
  simulatedSystem,
} from '#test/doubles/simulated-system.ts';
import { systemOfRecordContract } from './system-of-record.ts';
import type { SystemUnderTest } from './system-under-test.ts';

/** The same system; every call through this line behaves so. */
function behaving(system: SimulatedSystem, behaviour: Behaviour): SystemOfRecord {
  const through =
    <Input extends readonly unknown[], Answer>(call: (...input: Input) => Promise<Result<Answer>>) =>
    async (...input: Input): Promise<Result<Answer>> => {
      system.next(behaviour);
      return call(...input);
    };
  const port = <D>({ capabilities, ...calls }: DocumentPort<D>): DocumentPort<D> => ({
    capabilities,
    createDraft: through(calls.createDraft),
    findByReference: through(calls.findByReference),
    confirm: through(calls.confirm),
    discardDraft: through(calls.discardDraft),
    read: through(calls.read),
  });
  const { id, changes, purchaseOrders, amendments, supplierInvoices } = system;
  return {
    ...{ id, changes, amendments: port(amendments), supplierInvoices: port(supplierInvoices) },
    purchaseOrders: { ...port(purchaseOrders), read: through(purchaseOrders.read) },
  };
}

function open(capabilities: DocumentCapabilities): SystemUnderTest {
  const clock = fixedClock();
  const system = simulatedSystem({ clock, capabilities });
  const isRefused = (text: string): boolean => text.endsWith('-refused');
  system.refuse((document) => {
    const named = 'supplierId' in document ? document.supplierId : document.id;
    return isRefused(named) ? 'Line 2: the item is not purchasable.' : undefined;
  });
  const [line] = aPurchaseOrder().lines;
  if (!line) throw new Error('the builder has a line');
  const anOrder = (supplierId = 'S1') =>
    aPurchaseOrder({ supplierId, lines: [line, { ...line, lineNumber: 2, itemId: 'I2' }] });
  const confirmedOrder = async () => {
    const order = anOrder();
    const created = unwrap(await system.purchaseOrders.createDraft(order, `given-${Math.random()}`));
    const { nativeId } = unwrap(await system.purchaseOrders.confirm(created.nativeId, order));
    return { order, nativeId };
  };
  const anAmendment = async (id = 'oc-1') => ({ ...(await confirmedOrder()), change: anOrderChange({ id }) });
  let invoices = 0;
  const anInvoice = async (supplierId = 'S1') => {
    invoices += 1;
    const invoice = aMatchedInvoice({ supplierId, number: `INV-${invoices}` });
    return { invoice, orders: [await confirmedOrder()] };
  };
  return {
    system,
    orders: { one: async () => anOrder(), refused: { by: async () => anOrder('S-refused') } },
    amendments: { one: anAmendment, refused: { by: () => anAmendment('oc-refused') } },
    invoices: { one: anInvoice, refused: { by: () => anInvoice('S-refused') } },
    bookByHand: {
      by: async ({ invoice }, total) => system.bookByHand({ ...invoice, total }),
    },
    stillToInvoice: { cannot: 'The simulated system prepares no invoices.' },
    losingAnswers: { by: behaving(system, loseAnswer) },
    down: { by: behaving(system, down) },
    wrongCredential: { by: behaving(system, locked) },
    throttled: { by: behaving(system, { kind: 'fail', code: 'system-throttled', retryAfterSeconds: 5 }) },
    stale: { by: behaving(system, { kind: 'fail', code: 'system-stale' }) },
    close: async () => undefined,
  };
}

const { repeats } = simulatedCapabilities;

systemOfRecordContract('simulated, with drafts', async () => open(simulatedCapabilities));
systemOfRecordContract('simulated, with unique references', async () =>
  open({ ...simulatedCapabilities, repeats: { ...repeats, create: 'uniqueReference' } }),
);
