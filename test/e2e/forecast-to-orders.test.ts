import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { documentClient } from '#adapters/dynamodb/client.ts';
import { dynamoPostings } from '#adapters/dynamodb/postings.ts';
import { dynamoSettings } from '#adapters/dynamodb/settings.ts';
import { writeSetting } from '#adapters/dynamodb/write-setting.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { dateOfInstant } from '#core/kernel/dates.ts';
import { unwrap } from '#core/kernel/result.ts';
import { distributor } from '#local/erp-seed/distributor.ts';
import { forecastFile } from '#local/erp-seed/forecast-file.ts';
import { openRunFolder } from '#local/process/run-folder.ts';
import { createSupervisor } from '#local/process/supervisor.ts';
import { askErpForInvoices, askErpForOurOrders } from '#local/story/ask-erp.ts';
import { STEWARD, SYSTEM, settingTables } from '#local/story/configure.ts';
import { dropForecast } from '#local/story/drop-forecast.ts';
import { eventually } from '#local/story/eventually.ts';
import { untilOrdered, untilProposed, untilReleased } from '#local/story/follow-release.ts';
import { outputOf } from '#local/story/outputs.ts';
import { type Played, play } from '#local/story/play.ts';
import { verifyOrders } from '#local/story/verify-orders.ts';
import { openBrowser } from './console/browser.ts';
import { type ConsolePeople, peopleInTheConsole } from './console/people-in-the-console.ts';
import { consoleSpecs } from './console/specs.ts';
import { theStack } from './the-stack.ts';

const SEED = 7;
const size = 'small';
const stack = theStack();
const { outputs, erp } = stack;
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
const postings = dynamoPostings({ client: documentClient(), table: outputOf(outputs, 'PostingsTableName') });

/** Messages that wait or are being worked. */
async function messagesIn(queue: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const QueueUrl = outputOf(outputs, queue);
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
  );
  return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}

async function pointSystemAt(endpoint: string): Promise<void> {
  const value = {
    id: SYSTEM,
    kind: 'tryton',
    endpoint,
    database: erp.database,
    callsPerSecond: 50,
    company: String(erp.companyId),
  } as const;
  const change = { kind: 'system', id: SYSTEM, value, actor: STEWARD, reason: 'end-to-end test' } as const;
  unwrap(await writeSetting(settingTables(outputs), change));
}

/** What waits for its time is woken every two seconds, instead of every minute as the schedule does. */
async function whileWaking<T>(work: () => Promise<T>): Promise<T> {
  const lambda = new LambdaClient({});
  const wake = new InvokeCommand({ FunctionName: 'crossdock-local-wake-due-postings' });
  let over = false;
  const waking = (async () => {
    for (; !over; await sleep(2_000)) await lambda.send(wake);
  })();
  try {
    return await work();
  } finally {
    over = true;
    await waking;
  }
}

/** Asked of the supplier itself: it lists what it sent and we have not acknowledged. */
const untilAllAcknowledged = (url: string): Promise<boolean> =>
  eventually('Our acknowledgements', 60, async () => {
    const open = z.array(z.unknown()).parse(await (await fetch(`${url}/_mock/unacknowledged`)).json());
    return open.length === 0 ? { seen: true } : { notYet: `${JSON.stringify(open[0])} has none.` };
  });

describe('from a forecast file to orders in the ERP', () => {
  let played: Played;
  let browser: Browser;
  let inTheConsole: ConsolePeople;
  const run = openRunFolder('suppliers');
  const supervisor = createSupervisor();

  beforeAll(async () => {
    browser = await openBrowser();
    inTheConsole = peopleInTheConsole(browser);
    const people = () => inTheConsole;
    played = await play({ supervisor, run, stack, size, seed: SEED, people, say: () => undefined });
  }, 420_000);

  afterAll(async () => {
    await browser?.close();
    await played?.suppliers.carrier.stop();
    await supervisor.stopAll();
    run.close();
  });

  it('[B1] every row is accounted for, and each bad one can be fetched with its line and the reason', async () => {
    const { eyes, story } = played;
    const { counts, id: releaseId } = story.release;
    expect(counts.received).toBe(counts.applied + counts.quarantined + counts.rejected + counts.inFlight);
    expect(counts).toMatchObject({ received: story.dropped.rows, rejected: 0, inFlight: 0 });
    const { data } = await eyes.api.downloadQuarantinedRows({ releaseId });
    const rows = (await (await fetch(data.url)).text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; row: string; reason: string });
    expect(rows).toHaveLength(counts.quarantined);
    for (const { line, row, reason } of rows) {
      expect(played.file.split('\n')[line - 1]?.startsWith(row.slice(0, 8)), `${line}: ${row}`).toBe(true);
      expect(reason).toMatch(/\w/);
    }
    expect(rows.map(({ row }) => row).join()).toMatch(/OLD-4711.*MOON|MOON.*OLD-4711/s);
  });

  it('[R6] the ERP holds each order once, confirmed, under our reference', async () => {
    const { orders } = played.story;
    expect(orders.length).toBeGreaterThan(3);
    expect(orders.map(({ state }) => state)).toEqual(orders.map(() => 'confirmed'));
    const numbers = new Set((await askErpForOurOrders(erp)).map(({ number }) => number));
    for (const { number } of orders) expect(numbers).toContain(number);
    await verifyOrders(erp, orders, played.before);
  });

  it('[R4] a proposal carries its decision record: net table, verdicts, and the quantity they lead to', async () => {
    const { eyes, story } = played;
    const [{ id: proposalId } = { id: '' }] = story.planned.proposals;
    const { data } = await eyes.api.getProposal({ proposalId });
    expect(data.decisionRecord.net.length).toBeGreaterThan(10);
    expect(data.decisionRecord.verdicts.map(({ rule }) => rule)).toContain('order-minimum');
    expect(data.decisionRecord.inputs.itemId).toBe(data.itemId);
    expect(data.decisionRecord.requirement?.quantity).toBe(data.netRequirement.value);
  });

  it('[O1] one correlation id leads from the file to the posting', async () => {
    const { eyes, story } = played;
    const { correlationId, documentId, releaseId } = story.dropped;
    const document = await eyes.records.get('document', documentId);
    const release = await eyes.records.get('forecast-release', releaseId);
    expect([document?.correlationId, release?.correlationId]).toEqual([correlationId, correlationId]);
    for (const { id } of story.orders) {
      const order = await eyes.records.get('purchase-order', id);
      const [posting] = await postings.byDocument(id);
      expect([order?.correlationId, posting?.correlationId], id).toEqual([correlationId, correlationId]);
    }
  });

  it('[A5] who approved what, and why, stands in the audit table', async () => {
    const { eyes, story } = played;
    const approved = story.planned.groups.find(({ approval }) => approval === 'person');
    const waiting = await eyes.records.getMany('proposal', approved?.proposalIds ?? []);
    const decided = story.planned.proposals.filter(({ state }) => state === 'waiting').map(({ id }) => id);
    expect(waiting.length).toBeGreaterThan(0);
    const byHand = (await eyes.records.getMany('proposal', decided)).filter(
      ({ body }) => body.state === 'approved',
    );
    expect(byHand.length).toBe(story.approvedByHand);
    for (const { id } of byHand) {
      const { Items = [] } = await documentClient().send(
        new QueryCommand({
          TableName: outputOf(outputs, 'AuditTableName'),
          IndexName: 'byTarget',
          KeyConditionExpression: 'target = :target',
          ExpressionAttributeValues: { ':target': `proposal#${id}` },
        }),
      );
      expect(Items).toMatchObject([
        {
          action: 'approve-proposal',
          actor: { kind: 'person', id: 'planner@crossdock.local' },
          reason: expect.stringMatching(/supplier/),
        },
      ]);
    }
  });

  it('[S1] every order to a supplier with EDI went out once, arrived and was answered; nothing is left unanswered', async () => {
    const { story, suppliers, eyes } = played;
    expect(suppliers.running.length).toBe(2);
    for (const { supplier, url } of suppliers.running) {
      const scope = supplier.partnerId;
      const { entries } = await eyes.records.list('partner-document', {
        ...{ list: 'partner-documents', scope, limit: 1000 },
      });
      const sent = entries.filter(({ body }) => body.kind === 'purchase-order');
      const orders = story.orders.filter(({ supplierId }) => supplierId === supplier.supplier);
      expect(orders.length).toBeGreaterThan(0);
      expect(sent.map(({ body }) => body.purchaseOrderId).sort()).toEqual(orders.map(({ id }) => id).sort());
      expect(new Set(sent.map(({ body }) => body.state))).toEqual(new Set(['delivered']));
      await untilAllAcknowledged(url);
    }
    expect(new Set(story.traded.ledgers.map(({ answer }) => answer.state))).toEqual(
      new Set(['accepted', 'differs']),
    );
  });

  it('[S10] both suppliers passed their certification before anything had effect', async () => {
    const settings = dynamoSettings(settingTables(outputs));
    for (const { supplier } of played.suppliers.running) {
      const agreement = (await settings.get('partner', supplier.partnerId))?.value;
      expect(agreement).toMatchObject({ status: 'active', certification: { failed: 0 } });
      expect(agreement?.certification?.passed).toBeGreaterThan(10);
    }
  });

  it('[S7] the ERP holds each invoice that agrees once, posted, and none of those that are blocked', async () => {
    const { invoices } = played.story.traded;
    const states = new Set(invoices.map(({ state }) => state));
    expect(states).toEqual(new Set(['posted', 'blocked']));
    const booked = await askErpForInvoices(erp);
    for (const { supplierId, number, state, total } of invoices) {
      const found = booked.filter((one) => one.supplier === supplierId && one.reference === number);
      const expected = state === 'posted' ? [{ state: 'posted', total: Number(total) }] : [];
      expect(found, number).toMatchObject(expected);
      expect(found).toHaveLength(expected.length);
    }
  });

  it('[M3] a code that was explained once set free every document that waited for it', () => {
    const { explained, exceptions } = played.story.traded;
    expect(explained.released).toBeGreaterThan(0);
    expect(exceptions.filter(({ kind }) => kind === 'unknown-code')).toEqual([]);
  });

  it('[S6] what a buyer accepted is the order in the ERP now, and counts as delivered in full', async () => {
    const { decided } = played.story;
    const { about, kind } = decided?.exception ?? { about: {} };
    expect(kind).toBe('short-or-backorder');
    const order = await played.eyes.records.get('purchase-order', about.purchaseOrderId ?? '');
    const line = order?.body.lines.find(({ lineNumber }) => lineNumber === about.lineNumber);
    const confirmed = decided?.before.lines.find(({ lineNumber }) => lineNumber === about.lineNumber)?.answer;
    expect(line?.quantity.value).toBe(confirmed?.quantity);
    expect(decided?.onTimeInFull.after).not.toBe(decided?.onTimeInFull.before);
  });

  it('[O10] what people must decide has an owner, both sides, and what it is worth', () => {
    // Other tests use the stack too: theirs are about nobody we know.
    const suppliers = played.suppliers.running.map(({ supplier }) => supplier.supplier);
    const exceptions = played.story.traded.exceptions.filter(({ about }) =>
      suppliers.includes(about.supplierId ?? ''),
    );
    const owners = new Set(exceptions.map(({ owner }) => owner));
    for (const owner of ['buyer', 'receiving', 'accounts_payable']) expect(owners).toContain(owner);
    for (const { evidence, atStake, title } of exceptions) {
      expect(evidence.length, title).toBeGreaterThan(0);
      expect(Number(atStake?.amount), title).toBeGreaterThan(0);
    }
  });

  it('[X2] the same posting message, sent again and again, makes no second order', async () => {
    const { orders } = played.story;
    for (const { id } of orders) {
      const [posting] = await postings.byDocument(id);
      for (let again = 0; again < 3; again += 1) {
        await sqs.send(
          new SendMessageCommand({
            QueueUrl: outputOf(outputs, 'PostingQueueUrl'),
            MessageBody: JSON.stringify({ effectId: posting?.effectId }),
            MessageGroupId: id,
            MessageDeduplicationId: randomUUID(),
          }),
        );
      }
    }
    await eventually('The end of the posting queue', 60, async () => {
      const left = await messagesIn('PostingQueueUrl');
      return left === 0 ? { seen: true } : { notYet: `${left} messages are left.` };
    });
    await verifyOrders(erp, orders, played.before);
    expect(await messagesIn('PostingDeadLetterQueueUrl')).toBe(0);
  });

  consoleSpecs({ played: () => played, people: () => inTheConsole });

  it('[X3] while the ERP is away orders wait, nothing becomes a dead letter, and they go when it is back', async () => {
    const { api, records } = played.eyes;
    const before = (await askErpForOurOrders(erp)).length;
    await pointSystemAt('http://127.0.0.1:9');
    const content = distributor(SEED, size);
    const stock = content.stock.map((kept) => ({
      ...kept,
      weeklyDemand: Math.round(kept.weeklyDemand * 1.4),
    }));
    const file = forecastFile(
      { ...content, stock },
      { seed: 11, today: dateOfInstant(systemClock.now()), onlyGood: true },
    );
    const { releaseId } = await dropForecast(outputs, 'while-the-erp-is-away.csv', file);
    expect((await untilReleased(api, releaseId)).state).toBe('approved');
    const { groups } = await untilProposed(api, records, releaseId);
    const automatic = groups.filter(({ approval }) => approval === 'policy');
    expect(automatic.length).toBeGreaterThan(0);
    const waiting = await eventually('Orders that wait', 90, async () => {
      const now = await records.getMany(
        'approval-group',
        automatic.map(({ id }) => id),
      );
      const ids = now.flatMap(({ body }) => body.purchaseOrderId ?? []);
      const states = await Promise.all(
        ids.map(
          async (purchaseOrderId) => (await api.getPurchaseOrder({ purchaseOrderId })).data.posting?.state,
        ),
      );
      const parked = states.filter((state) => state === 'parked').length;
      return parked === automatic.length
        ? { seen: ids }
        : { notYet: `${parked} of ${automatic.length} are parked.` };
    });
    expect(await askErpForOurOrders(erp)).toHaveLength(before);
    expect(await messagesIn('PostingDeadLetterQueueUrl')).toBe(0);

    await pointSystemAt(erp.url);
    const orders = await whileWaking(() => untilOrdered(api, records, automatic));
    expect(orders.map(({ id }) => id).toSorted()).toEqual(waiting.toSorted());
    expect(orders.map(({ state }) => state)).toEqual(orders.map(() => 'confirmed'));
    expect(await askErpForOurOrders(erp)).toHaveLength(before + orders.length);
    await verifyOrders(erp, [...played.story.orders, ...orders], played.before);
  }, 400_000);
});
