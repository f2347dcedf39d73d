import * as resources from '../resources/me.ts';
import { readRoute } from '../route.ts';

export const getMe = readRoute({
  operationId: 'get-me',
  path: '/v1/me',
  tag: 'Service',
  summary: 'Say who asks, in which roles, and what that allows',
  scope: 'me.read',
  answer: { description: 'The person', schema: resources.me },
});
