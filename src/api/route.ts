import * as z from 'zod';
import type { ProblemCode } from '#core/kernel/problem.ts';
import type { Scope } from './scopes.ts';

/** Where a route stands in its life; a deprecated one says so in every answer (`Deprecation`, `Sunset`). */
export type Lifecycle =
  | { readonly state: 'stable' }
  | { readonly state: 'deprecated'; readonly since: string; readonly sunset: string };

/** How hard we try, and how soon someone is called. */
export type RouteTier = 'critical' | 'standard' | 'informational';

/** Everything about one route: the function, the gateway, the contract and the client are made from it. */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Verb and noun; also the name of the function's file in `functions/api`. */
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  readonly path: `/v1/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** `public` needs neither token nor key. */
  readonly scope: Scope | 'public';
  readonly params: Params;
  readonly query: Query;
  /** A write has a body, even an empty one. */
  readonly body: Body;
  readonly answer: {
    readonly status: 200 | 201 | 202;
    readonly description: string;
    readonly schema: Answer;
    /** The answer carries the version of the resource as its ETag. */
    readonly etag: boolean;
  };
  /** What can go wrong here, beyond what can go wrong with every route of its kind (`problemsOf`). */
  readonly problems: readonly ProblemCode[];
  readonly lifecycle: Lifecycle;
  readonly tier: RouteTier;
  /** A write needs an Idempotency-Key. */
  readonly write: boolean;
  /** A change of state needs the ETag it was decided on. */
  readonly ifMatch: boolean;
  readonly maximumBodyBytes: number;
  /** What the body is: JSON by its schema, or the bytes of EDI interchanges as they are. */
  readonly accepts: 'json' | 'interchange';
}

export type ParamsOf<R extends Route> = z.infer<R['params']>;
export type QueryOf<R extends Route> = z.infer<R['query']>;
export type BodyOf<R extends Route> = z.infer<R['body']>;
export type AnswerOf<R extends Route> = z.input<R['answer']['schema']>;

export const nothing = z.strictObject({});

/** The media types of a raw body (RFC 1767 and the plain one). The gateway hands on the bytes of these unchanged. */
export const interchangeMediaTypes = [
  'application/edi-x12',
  'application/edifact',
  'application/octet-stream',
] as const;

/** A raw body as an operation gets it: its bytes in base64. */
export const interchangeContent = z.strictObject({ base64: z.string().min(1) });
type Nothing = typeof nothing;

type Scoped = { readonly scope: Scope };
export type Public = { readonly method: 'GET'; readonly scope: 'public' };
export type Reading = { readonly method: 'GET' } & Scoped;
export type Writing = { readonly method: 'POST' } & Scoped;

interface Common<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType> {
  readonly operationId: string;
  readonly path: `/v1/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly answer: {
    readonly status?: 200 | 201 | 202;
    readonly description: string;
    readonly schema: Answer;
    readonly etag?: boolean;
  };
  readonly problems?: readonly ProblemCode[];
  readonly lifecycle?: Lifecycle;
  readonly tier?: RouteTier;
}

const reading = {
  method: 'GET',
  body: nothing,
  write: false,
  ifMatch: false,
  maximumBodyBytes: 0,
  accepts: 'json',
} as const;

/** A route that anybody may read: neither token nor key. */
export const publicRoute = <Answer extends z.ZodType>(
  read: Common<Nothing, Nothing, Answer>,
): Route<Nothing, Nothing, Nothing, Answer> & Public => ({
  ...completed(read),
  ...reading,
  scope: 'public',
});

/** A route that only reads: no body, no Idempotency-Key. */
export const readRoute = <
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
>(
  read: Common<Params, Query, Answer> & Scoped,
): Route<Params, Query, Nothing, Answer> & Reading => ({
  ...completed(read),
  ...reading,
  scope: read.scope,
});

/** A route that changes something: JSON body, Idempotency-Key, and If-Match where it changes a state. */
export const writeRoute = <
  Body extends z.ZodObject,
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
>(
  write: Common<Params, Query, Answer> &
    Scoped & { readonly body: Body; readonly ifMatch: boolean; readonly maximumBodyBytes: number },
): Route<Params, Query, Body, Answer> & Writing => {
  const { scope, body, ifMatch, maximumBodyBytes } = write;
  const accepts = 'json';
  return {
    ...completed(write),
    method: 'POST',
    write: true,
    scope,
    body,
    ifMatch,
    maximumBodyBytes,
    accepts,
  };
};

/** A route that takes the bytes of interchanges as they are, with an Idempotency-Key. */
export const rawRoute = <Answer extends z.ZodType>(
  write: Common<Nothing, Nothing, Answer> &
    Scoped & { readonly body: typeof interchangeContent; readonly maximumBodyBytes: number },
): Route<Nothing, Nothing, typeof interchangeContent, Answer> & Writing => ({
  ...writeRoute({ ...write, ifMatch: false }),
  accepts: 'interchange',
});

/** Whether a route is a supplier's: its partner's documents and nothing else, for its own token alone. */
export const isForSuppliers = ({ path }: Pick<Route, 'path'>): boolean => path.startsWith('/v1/supplier/');

/** Every problem a route may answer with: its own and those of its kind. */
export function problemsOf(route: Route): readonly ProblemCode[] {
  const codes: ProblemCode[] = ['validation-failed', 'unexpected-failure', 'temporarily-unavailable'];
  if (route.scope !== 'public') codes.push('unauthenticated', 'forbidden', 'too-many-requests');
  if (isForSuppliers(route)) codes.push('partner-suspended');
  if (Object.keys(route.params.shape).length > 0) codes.push('not-found');
  if (route.write) codes.push(...writeProblems);
  if (route.ifMatch) codes.push('if-match-missing', 'version-stale', 'state-not-allowed');
  return [...new Set([...codes, ...route.problems])];
}

const writeProblems: readonly ProblemCode[] = [
  'malformed-request',
  'idempotency-key-missing',
  'idempotency-in-flight',
  'idempotency-key-reused',
  'payload-too-large',
  'unsupported-media-type',
];

function completed<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  common: Common<Params, Query, Answer>,
) {
  const { operationId, path, tag, summary, description, answer } = common;
  return {
    operationId,
    path,
    tag,
    summary,
    ...(description === undefined ? {} : { description }),
    // Without its own schema a part must be empty: a query nobody asked for is refused, not ignored.
    params: common.params ?? (nothing as unknown as Params),
    query: common.query ?? (nothing as unknown as Query),
    answer: { ...answer, status: answer.status ?? 200, etag: answer.etag ?? false },
    problems: common.problems ?? [],
    lifecycle: common.lifecycle ?? { state: 'stable' },
    tier: common.tier ?? 'standard',
  } as const;
}
