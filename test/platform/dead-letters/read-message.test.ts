import { describe, expect, it } from 'vitest';
import type { DeadMessage } from '#platform/dead-letters/ports.ts';
import { readMessage } from '#platform/dead-letters/read-message.ts';
import { whyItDied } from '#platform/dead-letters/why-it-died.ts';
import { busMessage } from './dead-letter-room.ts';

const lostBatch = JSON.stringify({
  requestContext: { condition: 'RetryAttemptsExhausted' },
  responseContext: { functionError: 'Unhandled' },
  timestamp: '2026-11-23T08:00:00.000Z',
  DDBStreamBatchInfo: {
    batchSize: 12,
    streamArn: 'arn:aws:dynamodb:eu-central-1:1:table/crossdock-prod-records/stream/2026',
  },
});
const file = JSON.stringify({
  'detail-type': 'Object Created',
  time: '2026-11-23T08:00:00Z',
  detail: { object: { key: 'partners/acme/in/a.edi' } },
});

describe('what a message carries', () => {
  it.each([
    [
      'an event',
      busMessage(4),
      { kind: 'event', name: 'partner-document-received', recordId: 'pd-1', sequence: 4 },
    ],
    ['a file', file, { kind: 'file', name: 'partners/acme/in/a.edi' }],
    ['a wake', '{"effectId":"e-1"}', { kind: 'posting', name: 'posting e-1' }],
    ['a lost batch', lostBatch, { kind: 'stream', name: '12 changes of crossdock-prod-records' }],
    ['anything else', '{"a":1}', { kind: 'other', name: 'a message that is none of ours' }],
    ['no JSON', '<xml/>', { kind: 'other', name: 'a message that is no JSON' }],
  ])('[O4] %s is said in words', (_name, body, carries) => {
    expect(readMessage(body).carries).toMatchObject(carries);
  });

  it('[O1] what it was about is followed by the correlation it names, and by none that is made up', () => {
    expect(readMessage(busMessage(1)).about).toBe('cor-of-the-document');
    expect(readMessage('{"effectId":"e","correlationId":"cor-12345678"}').about).toBe('cor-12345678');
    expect(readMessage(file).about).toBeUndefined();
  });

  it('[O4] a name longer than is kept is cut, and a strange record id is left out', () => {
    const strange = busMessage(1).replaceAll('pd-1', 'a strange id');
    expect(readMessage(strange).carries).not.toHaveProperty('recordId');
    expect(readMessage(file.replace('a.edi', 'x'.repeat(900))).carries.name).toHaveLength(300);
  });
});

describe('why a message died', () => {
  const message = (body: string, attributes: DeadMessage['attributes'] = {}): DeadMessage => ({
    messageId: 'm-1',
    receipt: 'r',
    body,
    sentAt: '2026-11-23T08:00:00.000Z',
    receives: 5,
    attributes,
  });
  const at = '2026-11-23T08:00:00.000Z';
  const undelivered = {
    ERROR_CODE: { dataType: 'String', value: 'NO_PERMISSIONS' },
    ERROR_MESSAGE: { dataType: 'String', value: 'not allowed' },
  };

  it('[O4] is what its consumer noted; else what the bus or the stream says; else that nobody said', () => {
    const note = { code: 'file-missing', detail: 'gone', function: 'f', at };
    expect(whyItDied(message('{}', undelivered), note)).toEqual({
      class: 'file-missing',
      detail: 'gone (f)',
      at,
    });
    expect(whyItDied(message('{}', undelivered), undefined)).toEqual({
      class: 'undeliverable',
      detail: 'NO_PERMISSIONS: not allowed',
    });
    expect(whyItDied(message(lostBatch), undefined)).toEqual({
      class: 'undeliverable',
      detail: 'RetryAttemptsExhausted (Unhandled)',
      at,
    });
    expect(whyItDied(message('no json'), undefined)).toMatchObject({ class: 'crashed' });
  });
});
