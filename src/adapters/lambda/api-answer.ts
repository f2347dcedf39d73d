import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import { problemDetails } from '#api/problem-details.ts';
import type { Route } from '#api/route.ts';
import { isRetryable, type Problem } from '#core/kernel/problem.ts';

/** An answer without what belongs to one request alone: this is what is remembered under an Idempotency-Key. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
  readonly etag?: string;
  readonly contentType: string;
}

const versioned = z.looseObject({ version: z.int().min(1) });

/** A success; the schema of the route drops every field that is not its own, and a missing one is a bug. */
export function successAnswer(route: Route, value: unknown): KeptAnswer {
  const body = route.answer.schema.parse(value);
  return {
    status: route.answer.status,
    body: JSON.stringify(body),
    contentType: 'application/json',
    ...(route.answer.etag ? { etag: `"${versioned.parse(body).version}"` } : {}),
  };
}

/** What the gateway gets: the answer with the headers of this request. */
export function gatewayAnswer(
  route: Route,
  correlationId: string,
  kept: KeptAnswer,
  extra: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult {
  const headers = {
    ...securityHeaders,
    ...lifecycleHeaders(route),
    'Content-Type': kept.contentType,
    'x-correlation-id': correlationId,
    ...(kept.etag === undefined ? {} : { ETag: kept.etag }),
    ...extra,
  };
  return { statusCode: kept.status, headers, body: kept.body };
}

/** A failure as a problem (RFC 9457). */
export function keptProblem(correlationId: string, cause: Problem): KeptAnswer {
  const details = problemDetails(cause, correlationId);
  return { status: details.status, body: JSON.stringify(details), contentType: 'application/problem+json' };
}

/** A failure of this request, with when to come back where that helps. */
export function problemAnswer(route: Route, correlationId: string, cause: Problem): APIGatewayProxyResult {
  const kept = keptProblem(correlationId, cause);
  const retryAfter = cause.retryAfterSeconds ?? (kept.status === 409 ? 1 : 5);
  const extra = isRetryable(cause) ? { 'Retry-After': String(retryAfter) } : {};
  return gatewayAnswer(route, correlationId, kept, extra);
}

const securityHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

/** `Deprecation` as RFC 9745 and `Sunset` as RFC 8594 want them. */
function lifecycleHeaders({ lifecycle }: Route): Readonly<Record<string, string>> {
  if (lifecycle.state === 'stable') return {};
  const seconds = Math.floor(Date.parse(lifecycle.since) / 1000);
  return { Deprecation: `@${seconds}`, Sunset: new Date(lifecycle.sunset).toUTCString() };
}
