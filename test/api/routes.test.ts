import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemsOf, type Route } from '#api/route.ts';
import { type OperationId, routes } from '#api/routes.ts';
import { scopes } from '#api/scopes.ts';
import { entryOf } from '#core/kernel/problem.ts';

const table = Object.entries(routes) as unknown as readonly (readonly [OperationId, Route])[];

describe('the route table', () => {
  it('[G5] every route has a function of its name, and every function a route', () => {
    const functions = readdirSync(new URL('../../functions/api', import.meta.url)).map((file) =>
      file.replace(/\.ts$/, ''),
    );
    expect(functions.sort()).toEqual(Object.keys(routes).sort());
  });

  it('[G5] every route stands under its own operation id', () => {
    for (const [id, route] of table) expect(route.operationId).toBe(id);
  });

  it('[A5] no two routes have the same method and path', () => {
    const addresses = table.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('[A5] the parameters of a path are those of its schema', () => {
    for (const [, { path, params }] of table) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(params.shape)).toEqual(named);
    }
  });

  it('[A5] only health and the contract are public', () => {
    expect(table.filter(([, { scope }]) => scope === 'public').map(([id]) => id)).toEqual([
      'get-health',
      'get-openapi',
    ]);
  });

  it('[A5] every scope is used, and reading never needs one that allows a change', () => {
    const used = new Set(table.map(([, { scope }]) => scope).filter((scope) => scope !== 'public'));
    expect([...used].sort()).toEqual(Object.keys(scopes).sort());
    for (const [, { scope, write }] of table) {
      if (scope !== 'public') expect(scope.endsWith('.read')).toBe(!write);
    }
  });

  it('[A5] every write bounds its body, and names the problems of a write', () => {
    for (const [, route] of table.filter(([, { write }]) => write)) {
      expect(route.maximumBodyBytes).toBeGreaterThan(0);
      expect(problemsOf(route)).toEqual(
        expect.arrayContaining([
          'idempotency-key-missing',
          'idempotency-in-flight',
          'idempotency-key-reused',
        ]),
      );
    }
  });

  it('[A5] what changes a state needs the ETag and says what a stale one gets', () => {
    for (const [, route] of table.filter(([id]) => /^(?:approve|reject)-/.test(id))) {
      expect(route.ifMatch).toBe(true);
      expect(problemsOf(route)).toEqual(
        expect.arrayContaining(['if-match-missing', 'version-stale', 'state-not-allowed']),
      );
      expect(route.answer.etag).toBe(true);
    }
  });

  it('[A5] every problem a route names is an answer a client can get', () => {
    for (const [, route] of table) {
      for (const code of problemsOf(route)) expect(entryOf(code).status).toBeGreaterThanOrEqual(400);
    }
  });
});
