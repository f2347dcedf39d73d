/** The requests that a guide shows, in their order: each a block of `http` with method, path and perhaps a body. */
import { readFileSync } from 'node:fs';
import { routes } from '#api/routes.ts';

export interface GuideRequest {
  readonly operationId: string;
  readonly method: string;
  /** As in the guide: `/v1/supplier/orders/{orderNumber}`. */
  readonly path: string;
  /** The text of its JSON. */
  readonly body?: string;
  /** The heading it stands below. */
  readonly heading: string;
}

export function requestsIn(guide: string): GuideRequest[] {
  const sections = readFileSync(guide, 'utf8').split(/^## /m);
  return sections.flatMap((section) => {
    const heading = section.split('\n')[0] ?? '';
    return [...section.matchAll(/```http\n(GET|POST) (\S+)\n(?:\n([\s\S]*?))?```/g)].map(
      ([, method = '', path = '', body]): GuideRequest => {
        const operationId = operationAt(method, path);
        return { operationId, method, path, heading, ...(body?.trim() && { body }) };
      },
    );
  });
}

function operationAt(method: string, path: string): string {
  const pathname = path.replace(/\?.*$/, '');
  const found = Object.values(routes).find((route) => route.method === method && route.path === pathname);
  if (!found) throw new Error(`the guide names ${method} ${path}, which is no route`);
  return found.operationId;
}

/** How a desk of the API is reached: what `fetch` does, for one client. */
export type Ask = (
  request: GuideRequest,
  values?: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number; readonly etag: string; readonly data: Record<string, unknown> }>;

/** Sends what a guide shows as a client would: placeholders filled in, a new key, and the version it was decided on. */
export function asking(fetch: typeof globalThis.fetch, clientId: string): Ask {
  let keys = 0;
  return async ({ method, path, body }, values = {}) => {
    keys += 1;
    const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`nothing is known for {${name}} of ${path}`);
      return encodeURIComponent(value);
    });
    const answer = await fetch(`https://api.example${filled}`, {
      method,
      headers: {
        authorization: `Bearer ${clientId}`,
        'x-api-key': `key-of-${clientId}`,
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': `guide-${clientId}-${keys}`,
        }),
        ...(values.etag !== undefined && { 'if-match': values.etag }),
      },
      ...(method === 'POST' && { body: body ?? '{}' }),
    });
    const data: Record<string, unknown> = JSON.parse(await answer.text());
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', data };
  };
}
