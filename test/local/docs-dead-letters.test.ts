/** The recipe in docs/guides/redrive-dead-letters.md: its requests at the API, in their order, and its commands. */
import '#test/builders/function-environment.ts';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexDeadLetters } from '#platform/dead-letters/index-dead-letters.ts';
import { anApiRoom } from '#test/builders/an-api-room.ts';
import { memoryFailureNotes } from '#test/doubles/memory-failure-notes.ts';
import { busMessage } from '../platform/dead-letters/dead-letter-room.ts';
import { asking, requestsIn } from './guide-requests.ts';

const path = 'docs/guides/redrive-dead-letters.md';
const guide = readFileSync(path, 'utf8');

describe('the recipe of redriving', () => {
  it('[O4] [G5] is followed: seen, rehearsed, sent back, cancelled, moved', async () => {
    const room = anApiRoom();
    room.queues.die('acknowledgements', busMessage(1));
    const { records, objects, queues } = room;
    const clock = { now: () => '2026-11-23T08:00:00.000Z' };
    const ports = { records, objects, queues, clock, notes: memoryFailureNotes() };
    await indexDeadLetters(ports, () => false);
    const ask = asking(room.fetch, 'client-1');
    const [entry] = (await records.list('dead-letter', { list: 'dead-letters', scope: 'waiting', limit: 1 }))
      .entries;
    let redriveId = '';
    const statuses: string[] = [];
    for (const request of requestsIn(path)) {
      const { status, data } = await ask(request, { deadLetterId: entry?.id ?? '', redriveId, etag: '"1"' });
      if (request.operationId === 'start-redrive') redriveId = String(data.id);
      statuses.push(`${request.operationId} ${status}`);
    }
    expect(statuses).toEqual([
      'list-dead-letter-queues 200',
      'list-dead-letters 200',
      'get-dead-letter 200',
      'rehearse-dead-letter 200',
      'start-redrive 202',
      'get-redrive 200',
      'cancel-redrive 200',
      'move-dead-letter 200',
    ]);
  });

  it('[O4] [G5] names commands that are there', () => {
    const named = [...guide.matchAll(/^crossdock -e prod dlq (\w+)/gm)].map(([, verb = '']) => verb);
    const help = execFileSync(process.execPath, ['bin/crossdock.ts', '-e', 'prod', 'dlq', '--help'], {
      encoding: 'utf8',
    });
    expect(new Set(named).size).toBe(5);
    for (const verb of named) expect(help).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'));
  });
});
