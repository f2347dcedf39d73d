import type { SystemCapabilities, SystemOfRecord } from '#platform/posting/system-of-record.ts';
import { aPurchaseOrder } from '#test/builders/a-purchase-order.ts';
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
import { type SystemUnderTest, systemOfRecordContract } from './system-of-record.ts';

/** The same system; every call through this line behaves so. */
function behaving(system: SimulatedSystem, behaviour: Behaviour): SystemOfRecord {
  const through =
    <Input extends readonly unknown[], Answer>(call: (...input: Input) => Promise<Answer>) =>
    async (...input: Input): Promise<Answer> => {
      system.next(behaviour);
      return call(...input);
    };
  return {
    id: system.id,
    capabilities: system.capabilities,
    createDraft: through(system.createDraft),
    findByReference: through(system.findByReference),
    confirm: through(system.confirm),
    discardDraft: through(system.discardDraft),
    readPurchaseOrder: through(system.readPurchaseOrder),
  };
}

function open(capabilities: SystemCapabilities): SystemUnderTest {
  const clock = fixedClock();
  const system = simulatedSystem({ clock, capabilities });
  system.refuse(({ supplierId }) =>
    supplierId === 'S-refused' ? 'Line 2: the item is not purchasable.' : undefined,
  );
  const [line] = aPurchaseOrder().lines;
  if (!line) throw new Error('the builder has a line');
  const anOrder = (supplierId = 'S1') =>
    aPurchaseOrder({ supplierId, lines: [line, { ...line, lineNumber: 2, itemId: 'I2' }] });
  return {
    system,
    anOrder,
    aRefusedOrder: { by: () => anOrder('S-refused') },
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
