/** The recipe in docs/guides/replay-events.md: its requests at the API, in their order. */
import '#test/builders/function-environment.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditLimits } from '#platform/journal/changed-fields.ts';
import { previewLimits } from '#platform/replay/preview-replay.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { asking, requestsIn } from './guide-requests.ts';

const path = 'docs/guides/replay-events.md';
const guide = readFileSync(path, 'utf8');

describe('the recipe of replaying', () => {
  it('[E4] [G5] is followed: looked at, started, watched, cancelled', async () => {
    const room = anApiRoom();
    const ask = asking(room.fetch, 'client-1');
    let replayId = '';
    const statuses: string[] = [];
    for (const request of requestsIn(path)) {
      const { status, data } = await ask(request, { replayId });
      if (request.operationId === 'start-replay') replayId = String(data.id);
      statuses.push(`${request.operationId} ${status}`);
      if (request.operationId === 'get-replay') expect(data).toMatchObject({ state: 'running' });
      if (request.operationId === 'cancel-replay') expect(data).toMatchObject({ state: 'cancelled' });
    }
    expect(statuses).toEqual([
      'list-event-consumers 200',
      'preview-replay 200',
      'preview-replay 200',
      'start-replay 202',
      'get-replay 200',
      'cancel-replay 200',
    ]);
    expect(room.records.audit().map(({ action }) => action)).toEqual(['start-replay', 'cancel-replay']);
  });

  it('[E4] [A5] says what the limits are', () => {
    expect(guide).toContain(`${previewLimits.looked.toLocaleString('en')} events`);
    expect(previewLimits.milliseconds).toBe(8000);
    expect(readFileSync('docs/access-patterns.md', 'utf8')).toContain(
      `at most ${auditLimits.fieldsPerRecord} values`,
    );
  });
});
