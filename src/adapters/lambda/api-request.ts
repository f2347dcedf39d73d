import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import type { ApiInput } from '#api/operation.ts';
import { interchangeMediaTypes, type Route } from '#api/route.ts';
import { correlationIdSchema, newCorrelationId } from '#core/kernel/correlation.ts';
import { type Fault, type Problem, problem } from '#core/kernel/problem.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';

/** What a request brings beside its input. */
export interface RequestHeaders {
  readonly idempotencyKey: string;
  readonly expectedVersion: number;
}

export interface ApiRequest<R extends Route> extends RequestHeaders {
  readonly input: ApiInput<R>;
}

/** The value of a header, whatever the case of its name. */
export function headerOf({ headers }: APIGatewayProxyEvent, name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1]?.trim() || undefined;
}

/** The caller's correlation id when it is a valid one, else a new one. */
export function correlationOfRequest(event: APIGatewayProxyEvent): string {
  const parsed = correlationIdSchema.safeParse(headerOf(event, 'x-correlation-id'));
  return parsed.success ? parsed.data : newCorrelationId();
}

/**
 * Read a request strictly by its route. Problems: `payload-too-large`, `unsupported-media-type`,
 * `malformed-request`, `idempotency-key-missing`, `if-match-missing`, and `validation-failed` with every fault.
 */
export function readRequest<R extends Route>(route: R, event: APIGatewayProxyEvent): Result<ApiRequest<R>> {
  const raw = route.write ? bodyOf(route, event) : ok({});
  if (!raw.ok) return raw;
  const missing = missingHeader(route, event);
  if (missing) return fail(missing);
  const params = route.params.safeParse(decoded(event.pathParameters ?? {}));
  const query = route.query.safeParse(singleValues(event));
  const body = route.body.safeParse(raw.value);
  const headers = headerSchemas(route).safeParse({
    'Idempotency-Key': headerOf(event, 'idempotency-key'),
    'If-Match': headerOf(event, 'if-match'),
  });
  if (!params.success || !query.success || !body.success || !headers.success) {
    const faults = [
      ...faultsOf('path/', params.error),
      ...faultsOf('query/', query.error),
      ...faultsOf('header/', headers.error),
      ...faultsOf('/', body.error),
    ];
    return fail(problem('validation-failed', summaryOf(faults), { faults: faults.slice(0, 50) }));
  }
  // The schemas are the route's own, so what they let through is what the route's types say.
  const input = { params: params.data, query: query.data, body: body.data } as ApiInput<R>;
  return ok({
    input,
    idempotencyKey: headers.data['Idempotency-Key'] ?? '',
    expectedVersion: Number(headers.data['If-Match']?.slice(1, -1) ?? 0),
  });
}

function bodyOf(route: Route, event: APIGatewayProxyEvent): Result<unknown> {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > route.maximumBodyBytes) {
    const most = route.maximumBodyBytes;
    const detail = `The body has ${bytes.length} bytes; at most ${most} are accepted.`;
    return fail(problem('payload-too-large', detail));
  }
  return route.accepts === 'json' ? jsonBody(event, bytes.toString()) : rawBody(event, bytes);
}

/** What was not sent as bytes was read as UTF-8 on its way: characters that got lost in that cannot be had back. */
function rawBody(event: APIGatewayProxyEvent, bytes: Buffer): Result<unknown> {
  const contentType = (headerOf(event, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (!interchangeMediaTypes.some((known) => known === contentType)) {
    const detail = `The content type must be one of ${interchangeMediaTypes.join(', ')}.`;
    return fail(problem('unsupported-media-type', detail));
  }
  if (bytes.length === 0) return fail(problem('malformed-request', 'The body is empty.'));
  if (!event.isBase64Encoded && event.body?.includes('\u{FFFD}')) {
    return fail(problem('malformed-request', 'Characters of the body got lost: it did not come as bytes.'));
  }
  return ok({ base64: bytes.toString('base64') });
}

function jsonBody(event: APIGatewayProxyEvent, text: string): Result<unknown> {
  if (text === '') return ok({});
  const contentType = headerOf(event, 'content-type') ?? '';
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType)) {
    return fail(problem('unsupported-media-type', 'The content type must be application/json.'));
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    // The parser's own message quotes the body: it is not repeated.
    return fail(problem('malformed-request', 'The body is not valid JSON.'));
  }
}

function missingHeader(route: Route, event: APIGatewayProxyEvent): Problem | undefined {
  if (route.write && headerOf(event, 'idempotency-key') === undefined) {
    return problem('idempotency-key-missing', 'The Idempotency-Key header is missing.');
  }
  if (route.ifMatch && headerOf(event, 'if-match') === undefined) {
    return problem('if-match-missing', 'The If-Match header is missing.');
  }
  return undefined;
}

const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{8,128}$/, 'must be 8 to 128 letters, digits or . _ : -');
const etag = z.string().regex(/^"[1-9]\d{0,15}"$/, 'must be the ETag of an earlier answer, such as "3"');
const ignored = z.unknown().transform((): string | undefined => undefined);

const headerSchemas = (route: Route) =>
  z.object({
    'Idempotency-Key': route.write ? idempotencyKey : ignored,
    'If-Match': route.ifMatch ? etag : ignored,
  });

/** Ids hold no percent sign: whoever percent-encoded them, decoding them again changes nothing. */
function decoded(params: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value ?? '')];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** A parameter given twice stays a list, which no schema accepts. */
function singleValues(event: APIGatewayProxyEvent): Record<string, unknown> {
  const all = event.multiValueQueryStringParameters ?? {};
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values?.length === 1 ? values[0] : values]),
  );
}

function faultsOf(place: string, error: z.ZodError | undefined): Fault[] {
  return (error?.issues ?? []).map(({ path, message }) => ({
    at: (place + path.map(String).join('/')).slice(0, 200),
    message: message.slice(0, 300),
  }));
}

const summaryOf = (faults: readonly Fault[]): string =>
  faults.length === 1 ? `One fault, at ${faults[0]?.at}.` : `${faults.length} faults.`;
