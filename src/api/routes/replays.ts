/** Events sent to one consumer again. */
import * as z from 'zod';
import { replaySelectionSchema } from '#core/canonical/replay.ts';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/replay.ts';
import { pageQuery } from '../resources/resource.ts';
import { nothing, readRoute, writeRoute } from '../route.ts';

const tag = 'Replay';
const params = z.strictObject({ replayId: idSchema });
const chosen = { consumer: z.string().min(1).max(80), selection: replaySelectionSchema };

export const listEventConsumers = readRoute({
  operationId: 'list-event-consumers',
  path: '/v1/event-consumers',
  tag,
  summary: 'List who hears events, and which',
  scope: 'replays.read',
  answer: { description: 'The consumers', schema: resources.eventConsumers },
});

export const previewReplay = writeRoute({
  operationId: 'preview-replay',
  path: '/v1/replay-previews',
  tag,
  summary: 'Say what a replay would send; nothing is sent',
  scope: 'replays.start',
  body: z.strictObject(chosen),
  ifMatch: false,
  maximumBodyBytes: 8192,
  problems: ['not-found'],
  answer: { description: 'What would be sent', schema: resources.replayPreview },
});

export const startReplay = writeRoute({
  operationId: 'start-replay',
  path: '/v1/replays',
  tag,
  summary: 'Send chosen events to one consumer again, in order per record, at a chosen rate',
  scope: 'replays.start',
  body: z.strictObject({
    ...chosen,
    perSecond: z.int().min(1).max(100).default(10),
    reason: z.string().trim().min(1).max(500),
  }),
  ifMatch: false,
  maximumBodyBytes: 8192,
  problems: ['not-found'],
  answer: { status: 202, description: 'The replay that began', schema: resources.replay, etag: true },
});

export const listReplays = readRoute({
  operationId: 'list-replays',
  path: '/v1/replays',
  tag,
  summary: 'List replays, newest first',
  scope: 'replays.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of replays', schema: resources.replayPage },
});

export const getReplay = readRoute({
  operationId: 'get-replay',
  path: '/v1/replays/{replayId}',
  tag,
  summary: 'Get one replay: how far it is',
  scope: 'replays.read',
  params,
  answer: { description: 'The replay', schema: resources.replay, etag: true },
});

export const cancelReplay = writeRoute({
  operationId: 'cancel-replay',
  path: '/v1/replays/{replayId}/cancel',
  tag,
  summary: 'Stop a running replay; what was sent stays sent',
  scope: 'replays.start',
  params,
  body: nothing,
  ifMatch: false,
  maximumBodyBytes: 4096,
  problems: ['state-not-allowed'],
  answer: { description: 'The cancelled replay', schema: resources.replay, etag: true },
});
