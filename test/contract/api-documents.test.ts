import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import { examples } from '#api/examples.ts';
import { type OperationId, routes } from '#api/routes.ts';
import { contractsOnDisk } from '#local/contracts/baseline.ts';

const committed = (path: string): string => contractsOnDisk().get(path) ?? '';

async function faultsOf(path: string, rules: Record<string, 'error' | 'off'>): Promise<string[]> {
  const config = await createConfig({
    extends: ['minimal'],
    rules: { struct: 'error', 'no-unresolved-refs': 'error', ...rules },
  });
  const problems = await lintFromString({ source: committed(path), absoluteRef: `/${path}`, config });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ message, location }) => `${location[0]?.pointer ?? ''}: ${message}`);
}

describe('the documents', () => {
  it('[A5] openapi.json is valid OpenAPI 3.1, its examples too', async () => {
    const faults = await faultsOf('openapi.json', {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-parameter-examples': 'error',
      'operation-operationId-unique': 'error',
      'path-parameters-defined': 'error',
      'security-defined': 'error',
      'no-ambiguous-paths': 'error',
      'no-unused-components': 'error',
    });
    expect(faults).toEqual([]);
  });

  it('[A5] the check finds what is wrong', async () => {
    const config = await createConfig({ extends: ['minimal'], rules: { struct: 'error' } });
    const broken = committed('openapi.json').replace('"responses"', '"respones"');
    const problems = await lintFromString({ source: broken, absoluteRef: '/openapi.json', config });
    expect(problems.length).toBeGreaterThan(0);
  });

  it('[E1] asyncapi.json is valid AsyncAPI 3', async () => {
    expect(await faultsOf('asyncapi.json', {})).toEqual([]);
  });
});

describe('the examples', () => {
  it.each(Object.keys(routes) as OperationId[])('[A5] of %s are what its schemas say', (id) => {
    const { answer, body } = examples[id];
    expect(routes[id].answer.schema.safeParse(answer).error).toBeUndefined();
    if (body !== undefined) expect(routes[id].body.safeParse(body).error).toBeUndefined();
    // Every field of the example is one of the contract.
    expect(routes[id].answer.schema.parse(answer)).toEqual(answer);
  });
});
