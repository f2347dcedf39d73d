import { expect, it } from 'vitest';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { brokenExchangePromises } from './exchange-invariants.ts';
import { runExchangeWorld } from './exchange-world.ts';
import { failing, seeds } from './seeds.ts';

const usual = seeds(200);

it('[S3] [S4] [S12] [S15] every transaction is one document and one answer, every order and change one interchange, whatever crashes', {
  timeout: 60_000 + usual.length * 500,
}, async () => {
  const broken = await failing(usual, async (seed) => brokenExchangePromises(await runExchangeWorld(seed)));
  expect(broken).toEqual([]);
});

it('the simulation finds answers that never reach the mailbox', async () => {
  const broken = await failing(
    seeds(20),
    async (seed) => brokenExchangePromises(await runExchangeWorld(seed, withLostCopies)),
    1,
  );
  expect(broken.join()).toContain('is not what was committed');
});

/** Copies that say they were made, and every second one was not. */
const withLostCopies = (ports: ExchangePorts): ExchangePorts => {
  const { objects } = ports;
  const copy: typeof objects.copy = async (from, to) => {
    const isLost = to.bucket === 'landing' && /[02468]\.edi$/.test(to.key);
    if (!isLost) await objects.copy(from, to);
  };
  const losing = {
    get: (target: typeof objects, name: string | symbol) =>
      name === 'copy' ? copy : Reflect.get(target, name),
  };
  return { ...ports, objects: new Proxy(objects, losing) };
};
