import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { type Scope, scopes } from '#api/scopes.ts';
import { type CrossdockClient, CrossdockError, crossdockClient } from '#contracts/client.ts';
import { sha256 } from '#core/kernel/identifiers.ts';
import { unwrap } from '#core/kernel/result.ts';
import { aPartnerAgreement } from '#test/builders/a-partner-agreement.ts';
import { anOrderLedger } from '#test/builders/an-order-ledger.ts';
import { aNewConsumer, deployedRecords, deployedTables, outputOf } from './deployed.ts';

const actor = { kind: 'person', id: 'integration-test' } as const;
const ofSuppliers = (Object.keys(scopes) as Scope[]).filter((scope) => scope.startsWith('supplier-'));
const run = randomUUID().slice(0, 8);

interface Supplier {
  readonly partnerId: string;
  readonly orderNumber: string;
  readonly client: CrossdockClient;
}

/** A partner with an agreement, a token of its own and one order. */
async function aSupplier(name: string): Promise<Supplier> {
  const partnerId = `${name}-${run}`;
  const [supplierId, orderNumber] = [`S-${partnerId}`, `PO-${partnerId}`];
  const documents = aPartnerAgreement().documents;
  const agreement = aPartnerAgreement({ id: partnerId, supplierId, documents });
  const tables = deployedTables();
  unwrap(await writeSetting(tables, { kind: 'partner', id: partnerId, value: agreement, actor }));
  const { clientId, apiKeyId: id, apiKey, token } = await aNewConsumer(ofSuppliers);
  const apiKeys = [{ id, sha256: sha256(apiKey) }];
  const value = { clientId, name, status: 'active', partnerId, apiKeys } as const;
  unwrap(await writeSetting(tables, { kind: 'consumer', id: clientId, value, actor }));
  const body = anOrderLedger({ id: `po-${partnerId}`, partnerId, supplierId, orderNumber });
  const changes = [{ type: 'order-ledger', id: body.id, expect: 'absent', body }] as const;
  unwrap(await deployedRecords().commit({ changes, correlationId: 'cor-integration' }));
  const client = crossdockClient({ baseUrl: outputOf('ApiUrl'), token, apiKey });
  return { partnerId, orderNumber, client };
}

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof CrossdockError ? error.problem.code : 'lost'),
  );

describe('two suppliers at the deployed API', () => {
  let acme: Supplier;
  let bolt: Supplier;
  beforeAll(async () => {
    acme = await aSupplier('acme');
    bolt = await aSupplier('bolt');
  });

  it('[A4] each sees its own orders and nothing of the other', async () => {
    const numbers = async ({ client }: Supplier) =>
      (await client.listSupplierOrders()).data.entries.map(({ orderNumber }) => orderNumber);
    expect(await numbers(acme)).toEqual([acme.orderNumber]);
    expect(await numbers(bolt)).toEqual([bolt.orderNumber]);
    const { orderNumber } = acme;
    expect((await acme.client.getSupplierOrder({ orderNumber })).data.lines).toHaveLength(1);
    expect(await codeOf(bolt.client.getSupplierOrder({ orderNumber }))).toBe('not-found');
    const answer = { orderNumber, body: { answer: 'accepted' } } as const;
    expect(await codeOf(bolt.client.acknowledgeSupplierOrder(answer))).toBe('order-unknown');
  });

  it('[S5] an answer is kept as a document that only its sender reads', async () => {
    const asked = { orderNumber: acme.orderNumber, body: { answer: 'accepted' } } as const;
    const { data } = await acme.client.acknowledgeSupplierOrder(asked);
    const found = await acme.client.getSupplierDocument({ documentId: data.id });
    expect(found.data).toMatchObject({ kind: 'order-acknowledgement', orderNumber: acme.orderNumber });
    expect(await codeOf(bolt.client.getSupplierDocument({ documentId: data.id }))).toBe('not-found');
  });

  it('[S9] the bytes of an interchange arrive as they are, whatever their character set', async () => {
    const bytes = Uint8Array.from(Buffer.from(`UNB+UNOC:3+Müller ${run}'`, 'latin1'));
    const { data } = await acme.client.postInterchange({ body: bytes });
    expect(data).toMatchObject({ sizeBytes: bytes.length, sha256: sha256(bytes) });
  });

  it('[A4] a supplier’s token opens no other route', async () => {
    // API Gateway refuses a token without the scope by itself; with it, the function does.
    expect(['forbidden', 'unauthenticated']).toContain(await codeOf(acme.client.listItems()));
  });
});
