import '#test/builders/function-environment.ts';
import { describe, expect, it } from 'vitest';
import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { operation as getLineage } from '#functions/api/get-lineage.ts';
import { aPerson } from '#test/builders/a-person.ts';
import { call, expectProblem, settingsWithConsumer } from '#test/builders/an-api.ts';
import { wholeStory } from '#test/builders/whole-story.ts';

describe('the lineage of a record through the API', () => {
  it('[O1] tells the whole chain of an invoice, back to the forecast file', async () => {
    const { room, ids } = await wholeStory();
    const handler = apiHandler(
      getLineage({ records: room.records, postings: room.postings }),
      settingsWithConsumer(),
    );
    const ask = (recordType: string, recordId: string) =>
      call(handler, { ...aPerson('auditor'), params: { recordType, recordId } });
    const answer = await ask('invoice', ids.invoice);
    expect(answer.statusCode).toBe(200);
    const { root, nodes, edges, cut } = JSON.parse(answer.body);
    expect({ root, cut }).toEqual({ root: `invoice/${ids.invoice}`, cut: false });
    expect(nodes[0]).toMatchObject({ station: 'plan', recordType: 'document', title: 'week-48.csv' });
    expect(nodes.at(-1)).toMatchObject({
      station: 'invoice-posting',
      recordType: 'posting',
      system: 'tryton',
    });
    expect(edges.length).toBeGreaterThanOrEqual(nodes.length - 1);
    expectProblem(await ask('invoice', 'pd-none'), 404, 'not-found');
    expectProblem(await ask('item', 'I1'), 400, 'validation-failed');
  });
});
