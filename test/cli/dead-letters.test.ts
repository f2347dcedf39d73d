import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { cancelDead, discardDead, listDead, redriveDead, showDead } from '../../cli/dead-letters.ts';
import { acknowledgements, busMessage, deadLetterRoom } from '../platform/dead-letters/dead-letter-room.ts';

const queue = acknowledgements.name;
const idIn = (text: string): string => /rd-[0-9a-f]+/.exec(text)?.[0] ?? '';

async function withDead(count: number) {
  const room = deadLetterRoom();
  for (let n = 1; n <= count; n += 1) {
    const messageId = room.queues.die(queue, busMessage(n));
    const at = room.clock.now();
    room.notes.note(messageId, { code: 'file-missing', detail: 'gone', function: 'apply', at });
  }
  await room.index();
  room.clock.advance(1000);
  return room;
}

describe('dead letters in the terminal', () => {
  it('[O4] lists the queues with what waits, the letters of one, and shows why and what', async () => {
    const room = await withDead(2);
    expect(await listDead(room.ports)).toBe(`${queue}: 2 since 2026-11-23T08:00:00.000Z (file-missing 2)`);
    const { id } = await room.letter(queue, busMessage(1));
    expect(await listDead(room.ports, queue)).toContain(`${id}  2026-11-23T08:00:00.000Z  partner-document`);
    const shown = await showDead(room.ports, id);
    expect(shown).toContain('died of file-missing: gone');
    expect(shown).toContain('Drop the file again.');
    expect(shown).toContain('"partnerDocumentId": "pd-1"');
    expect(await listDead(deadLetterRoom().ports)).toBe('Nothing waits in 3 dead-letter queues.');
    expect(await listDead(room.ports, 'postings-tryton')).toBe('Nothing waits in postings-tryton.');
  });

  it('[O4] redrives what is named and nothing else, and says how far it is', async () => {
    const room = await withDead(3);
    const { id } = await room.letter(queue, busMessage(2));
    const began = await redriveDead(room.ports, queue, { ids: [id], rate: 10, reason: 'file is back' });
    await room.run(idIn(began));
    expect(await showDead(room.ports, idIn(began))).toContain('is done: 1 sent, 2 not chosen, 0 refused.');
    expect(room.queues.inQueue(queue)).toEqual([busMessage(2)]);
    expect(room.records.audit()).toMatchObject([
      { action: 'start-redrive', reason: 'file is back', actor: { id: userInfo().username } },
    ]);
  });

  it.each([
    ['neither', {}],
    ['both', { ids: ['dl-1'], all: true }],
    ['a class without all', { class: 'crashed' }],
  ])('[O4] which are meant is said: %s is refused', async (_name, which) => {
    const { ports } = await withDead(1);
    await expect(redriveDead(ports, queue, { ...which, rate: 10, reason: 'x' })).rejects.toThrow('Say which');
  });

  it('[O4] a rate that is none, a queue we do not have and a letter that is none are refused by name', async () => {
    const { ports } = await withDead(1);
    const all = { all: true, reason: 'x' };
    await expect(redriveDead(ports, queue, { ...all, rate: 500 })).rejects.toThrow('1 to 100');
    await expect(redriveDead(ports, 'payroll', { ...all, rate: 5 })).rejects.toThrow(/^not-found/);
    await expect(showDead(ports, 'dl-9')).rejects.toThrow(/^not-found/);
    await expect(discardDead(ports, 'dl-9', 'x')).rejects.toThrow(/^not-found/);
  });

  it('[O4] cancels and discards, each audited', async () => {
    const room = await withDead(1);
    const began = await redriveDead(room.ports, queue, {
      all: true,
      class: 'crashed',
      rate: 10,
      reason: 'x',
    });
    expect(await cancelDead(room.ports, idIn(began))).toContain('is cancelled: 0 sent');
    const { id } = await room.letter(queue, busMessage(1));
    expect(await discardDead(room.ports, id, 'a test')).toContain('is discarded');
    expect(await showDead(room.ports, id)).toContain(`discarded by ${userInfo().username}`);
    expect(room.records.audit().map(({ action }) => action)).toEqual([
      'start-redrive',
      'cancel-redrive',
      'discard-dead-letter',
    ]);
  });
});
