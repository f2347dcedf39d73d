import '#test/builders/function-environment.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { examples } from '#api/examples.ts';
import type { ApiContext } from '#api/operation.ts';
import { approveProposal as approveProposalRecord } from '#business/replenishment/approve-proposal.ts';
import { crossdockClient } from '#contracts/client.ts';
import { forecastReleaseSchema } from '#core/canonical/forecast.ts';
import { unwrap } from '#core/kernel/result.ts';
import { operation as approveProposal } from '#functions/api/approve-proposal.ts';
import { operation as rejectProposal } from '#functions/api/reject-proposal.ts';
import { intakeLimits } from '#platform/intake/limits.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { waitingProposals } from '#test/builders/waiting-proposals.ts';

let room: ReturnType<typeof anApiRoom>;
let ids: readonly string[];
const client = () =>
  crossdockClient({
    baseUrl: 'https://api.example',
    token: async () => 'client-1',
    apiKey: 'key-of-client-1',
    fetch: room.fetch,
  });
const clock = { now: () => '2026-11-23T08:00:00.000Z' };

beforeEach(async () => {
  room = anApiRoom();
  ids = await waitingProposals(room.records, 'ag-1', 3);
});

describe('deciding proposals', () => {
  it('[A3] approve and reject change the proposal once, with event and audit record', async () => {
    const [first = '', second = ''] = ids;
    const approved = await client().approveProposal({ proposalId: first, ifMatch: '"1"' });
    expect(approved).toMatchObject({
      etag: '"2"',
      data: { state: 'approved', decision: { by: 'client-1' } },
    });
    const rejected = await client().rejectProposal({
      proposalId: second,
      ifMatch: '"1"',
      body: { reason: 'phased out' },
    });
    expect(rejected.data).toMatchObject({ state: 'rejected', decision: { reason: 'phased out' } });
    expect(room.records.audit().map(({ action, from }) => [action, from])).toEqual([
      ['approve-proposal', '192.0.2.7'],
      ['reject-proposal', '192.0.2.7'],
    ]);
    expect(room.records.published().map(({ type }) => type)).toEqual([
      'crossdock.proposal-approved.v1',
      'crossdock.proposal-rejected.v1',
    ]);
  });

  it('[O1] a decision stays under the correlation of its forecast; the request is its cause', async () => {
    const decision = {
      actor: { kind: 'consumer', id: 'client-1' },
      correlationId: 'cor-of-the-request',
    } as const;
    for (const proposalId of ids) {
      unwrap(
        await approveProposalRecord(
          { records: room.records, clock },
          { proposalId, expectedVersion: 1, ...decision },
        ),
      );
    }
    const told = room.records.published().map((event) => [event.correlationid, event.causationid]);
    expect(told.length).toBe(ids.length + 1);
    expect(new Set(told.map(String))).toEqual(new Set(['cor-ag-1,cor-of-the-request']));
    expect(room.records.audit()[0]).toMatchObject({ causationId: 'cor-of-the-request' });
  });

  it('[A5] a stale ETag is refused, so is deciding what is decided, and what does not exist', async () => {
    const [proposalId = ''] = ids;
    await client().approveProposal({ proposalId, ifMatch: '"1"' });
    await expect(client().approveProposal({ proposalId, ifMatch: '"1"' })).rejects.toThrow(/^version-stale/);
    await expect(client().approveProposal({ proposalId, ifMatch: '"2"' })).rejects.toThrow(
      /^state-not-allowed/,
    );
    const body = { reason: 'changed my mind' };
    await expect(client().rejectProposal({ proposalId, ifMatch: '"2"', body })).rejects.toThrow(
      /^state-not-allowed/,
    );
    await expect(client().approveProposal({ proposalId: 'pr-9', ifMatch: '"1"' })).rejects.toThrow(
      /^not-found/,
    );
    expect(room.records.audit()).toHaveLength(1);
  });
});

describe('a request that broke off after its commit', () => {
  const context = (changes: Partial<ApiContext> = {}): ApiContext => ({
    actor: { kind: 'consumer', id: 'client-1' },
    correlationId: 'cor-12345678',
    requestId: 'rq-1',
    resumed: false,
    expectedVersion: 1,
    ...changes,
  });
  const ask = (body = { reason: 'yes' }) => ({ params: { proposalId: ids[0] ?? '' }, query: {}, body });

  it('[O7] finds its own result when it is tried again', async () => {
    const approve = approveProposal({ records: room.records, clock });
    const first = unwrap(await approve.run(ask(), context()));
    expect(unwrap(await approve.run(ask(), context({ resumed: true })))).toEqual(first);
    expect(room.records.audit()).toHaveLength(1);
  });

  it('[O7] never takes the result of another for its own', async () => {
    const approve = approveProposal({ records: room.records, clock });
    const reject = rejectProposal({ records: room.records, clock });
    unwrap(await approve.run(ask(), context()));
    const stale = { ok: false, problem: { code: 'version-stale' } };
    expect(await approve.run(ask(), context())).toMatchObject(stale);
    expect(await reject.run(ask(), context({ resumed: true }))).toMatchObject(stale);
    const other = { kind: 'consumer', id: 'client-2' } as const;
    expect(await approve.run(ask(), context({ resumed: true, actor: other }))).toMatchObject(stale);
  });
});

describe('approving a forecast release', () => {
  it('[B2] a held release becomes the baseline, once', async () => {
    const {
      version: _v,
      updatedAt: _u,
      correlationId: _c,
      ...release
    } = examples['get-forecast-release'].answer;
    const body = forecastReleaseSchema.parse(release);
    const changes = [{ type: 'forecast-release', id: body.id, expect: 'absent', body }] as const;
    unwrap(await room.records.commit({ changes, correlationId: 'cor-12345678' }));
    const asked = { releaseId: body.id, ifMatch: '"1"', body: { reason: 'campaign' } };
    const { data } = await client().approveForecastRelease(asked);
    expect(data).toMatchObject({ state: 'approved', approvedBy: 'consumer:client-1', version: 2 });
    expect((await room.records.get('forecast-baseline', 'baseline'))?.body.releaseId).toBe(body.id);
    await expect(client().approveForecastRelease(asked)).rejects.toThrow(/^version-stale/);
    await expect(client().approveForecastRelease({ ...asked, ifMatch: '"2"' })).rejects.toThrow(
      /^state-not-allowed/,
    );
  });
});

describe('asking for an upload', () => {
  it('[B1] the form is for one key of the request alone, of the kind its name says', async () => {
    const asked = { body: { fileName: 'week-48.csv.gz' }, idempotencyKey: 'upload-0001' };
    const first = await client().createForecastUpload(asked);
    expect(first.data.fields).toEqual({
      key: `forecasts/${first.data.uploadId}/week-48.csv.gz`,
      'Content-Type': 'application/gzip',
    });
    expect(first.data).toMatchObject({
      maximumBytes: intakeLimits.fileBytes,
      expiresAt: '2026-11-23T08:15:00.000Z',
    });
    const again = await client().createForecastUpload(asked);
    expect([again.replayed, again.data]).toEqual([true, first.data]);
    const other = await client().createForecastUpload({ body: { fileName: 'week-48.csv.gz' } });
    expect(other.data.uploadId).not.toBe(first.data.uploadId);
  });

  it('[A5] who may upload is audited, once for each form', async () => {
    const asked = { body: { fileName: 'week-48.csv' }, idempotencyKey: 'upload-0002' };
    const { data } = await client().createForecastUpload(asked);
    await client().createForecastUpload(asked);
    expect(room.records.audit()).toMatchObject([
      {
        action: 'create-forecast-upload',
        actor: { kind: 'consumer', id: 'client-1' },
        target: { type: 'document', id: data.uploadId },
        from: '192.0.2.7',
      },
    ]);
  });

  it.each(['week-48.xlsx', '../week.csv', 'a/b.csv', '.csv', `${'x'.repeat(200)}.csv`])(
    '[B1] a file called %s is refused',
    async (fileName) => {
      await expect(client().createForecastUpload({ body: { fileName } })).rejects.toThrow(
        /^validation-failed/,
      );
    },
  );
});
