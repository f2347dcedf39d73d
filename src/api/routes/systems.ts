/** Systems of record: whether they can be used, what waits for them, and switching that off and on. */
import * as z from 'zod';
import { instantSchema } from '#core/kernel/dates.ts';
import * as resources from '../resources/system.ts';
import { readRoute, writeRoute } from '../route.ts';

const tag = 'Systems';
const params = z.strictObject({ systemId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) });
const reason = z.string().trim().min(1).max(500);

export const listSystems = readRoute({
  operationId: 'list-systems',
  path: '/v1/systems',
  tag,
  summary: 'List the systems of record that orders are routed to',
  scope: 'systems.read',
  answer: { description: 'The systems', schema: resources.systemList },
});

export const getSystem = readRoute({
  operationId: 'get-system',
  path: '/v1/systems/{systemId}',
  tag,
  summary: 'Get one system: breaker, rate, maintenance, how fresh it is, and the postings that wait for it',
  scope: 'systems.read',
  params,
  answer: { description: 'The system', schema: resources.systemWithPostings, etag: true },
});

export const pauseSystem = writeRoute({
  operationId: 'pause-system',
  path: '/v1/systems/{systemId}/pause',
  tag,
  summary: 'Pause a system for maintenance: what is to be posted waits, in order',
  scope: 'systems.switch',
  params,
  body: z.strictObject({ reason, until: instantSchema.optional() }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { description: 'The paused system', schema: resources.system, etag: true },
});

export const resumeSystem = writeRoute({
  operationId: 'resume-system',
  path: '/v1/systems/{systemId}/resume',
  tag,
  summary: 'End the maintenance of a system: what waited is posted, in order',
  scope: 'systems.switch',
  params,
  body: z.strictObject({ reason }),
  ifMatch: true,
  maximumBodyBytes: 4096,
  tier: 'critical',
  answer: { description: 'The system in use again', schema: resources.system, etag: true },
});
