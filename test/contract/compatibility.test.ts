import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contractsOnDisk } from '#local/contracts/baseline.ts';
import { compareContracts } from '#local/contracts/compatibility/compare-contracts.ts';
import { compareOpenapi, type OpenApi } from '#local/contracts/compatibility/compare-openapi.ts';
import { compareSchemas } from '#local/contracts/compatibility/compare-schemas.ts';
import { contractFiles } from '#local/contracts/files.ts';
import type { Direction, JsonSchema } from '#local/contracts/json-schema.ts';

const object = (properties: JsonSchema, required: string[] = [], more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...more,
});
const text = { type: 'string' };

const breaks = (before: JsonSchema, after: JsonSchema, direction: Direction) =>
  compareSchemas({ schema: before, root: before }, { schema: after, root: after }, direction, 'it').length >
  0;

describe('what is sent to us', () => {
  const cases: [string, JsonSchema, JsonSchema, boolean][] = [
    ['nothing changed', object({ a: text }), object({ a: text }), false],
    ['a field that may be sent is added', object({ a: text }), object({ a: text, b: text }), false],
    [
      'a field must be sent that did not exist',
      object({ a: text }),
      object({ a: text, b: text }, ['b']),
      true,
    ],
    ['a field must be sent that could be left out', object({ a: text }), object({ a: text }, ['a']), true],
    ['a field need no longer be sent', object({ a: text }, ['a']), object({ a: text }), false],
    [
      'a field is gone, so that sending it is refused',
      object({ a: text, b: text }),
      object({ a: text }),
      true,
    ],
    ['a type changed', object({ a: text }), object({ a: { type: 'integer' } }), true],
    ['a whole number may be any number', { type: 'integer' }, { type: 'number' }, false],
    ['a number must be whole', { type: 'number' }, { type: 'integer' }, true],
    ['an enum is narrowed', { enum: ['a', 'b'] }, { enum: ['a'] }, true],
    ['an enum is widened', { enum: ['a'] }, { enum: ['a', 'b'] }, false],
    ['any text becomes an enum', text, { type: 'string', enum: ['a'] }, true],
    ['a longer text is accepted', { ...text, maxLength: 5 }, { ...text, maxLength: 9 }, false],
    ['only a shorter text is accepted', { ...text, maxLength: 9 }, { ...text, maxLength: 5 }, true],
    ['a length is limited that was not', text, { ...text, maxLength: 5 }, true],
    ['more is asked for at least', { type: 'integer', minimum: 0 }, { type: 'integer', minimum: 1 }, true],
    ['a pattern changed', { ...text, pattern: '^a' }, { ...text, pattern: '^b' }, true],
    ['a pattern is dropped', { ...text, pattern: '^a' }, text, false],
    ['a format is asked for', text, { ...text, format: 'date' }, true],
    ['something inside a list changed', { items: text }, { items: { type: 'integer' } }, true],
    ['unknown fields are refused now', object({}, [], { additionalProperties: true }), object({}), true],
    ['an alternative is gone', { anyOf: [text, { type: 'integer' }] }, { anyOf: [text] }, true],
    ['an alternative is added', { anyOf: [text] }, { anyOf: [text, { type: 'integer' }] }, false],
  ];
  it.each(cases)('[C5] %s', (_what, before, after, breaking) => {
    expect(breaks(before, after, 'sent')).toBe(breaking);
  });
});

describe('what is read from us', () => {
  const cases: [string, JsonSchema, JsonSchema, boolean][] = [
    ['nothing changed', object({ a: text }, ['a']), object({ a: text }, ['a']), false],
    ['a field is added', object({ a: text }), object({ a: text, b: text }, ['b']), false],
    ['a field is gone', object({ a: text, b: text }), object({ a: text }), true],
    ['a field may be missing now', object({ a: text }, ['a']), object({ a: text }), true],
    ['a field is always there now', object({ a: text }), object({ a: text }, ['a']), false],
    ['a type changed', object({ a: text }), object({ a: { type: 'integer' } }), true],
    ['a number is always whole now', { type: 'number' }, { type: 'integer' }, false],
    ['a whole number may have a fraction now', { type: 'integer' }, { type: 'number' }, true],
    [
      'an enum has a new value, which readers were told to expect',
      { enum: ['a'] },
      { enum: ['a', 'b'] },
      false,
    ],
    ['an enum may be anything now', { type: 'string', enum: ['a'] }, text, true],
    ['a format changed', { ...text, format: 'date' }, { ...text, format: 'date-time' }, true],
    ['a longer text may come', { ...text, maxLength: 5 }, { ...text, maxLength: 9 }, false],
    ['another kind of alternative may come', { anyOf: [text] }, { anyOf: [text, { type: 'integer' }] }, true],
  ];
  it.each(cases)('[C5] %s', (_what, before, after, breaking) => {
    expect(breaks(before, after, 'read')).toBe(breaking);
  });

  it('[C5] a change behind a reference is found, and a circle comes to an end', () => {
    const tree = (leaf: JsonSchema) => ({
      $ref: '#/$defs/node',
      $defs: { node: object({ leaf, children: { type: 'array', items: { $ref: '#/$defs/node' } } }) },
    });
    expect(breaks(tree(text), tree(text), 'read')).toBe(false);
    expect(breaks(tree(text), tree({ type: 'integer' }), 'read')).toBe(true);
  });
});

function nodeAt(document: object, path: readonly string[]): Record<string, unknown> {
  let node: object = document;
  for (const name of path) {
    const next: unknown = Reflect.get(node, name);
    if (next === null || typeof next !== 'object') throw new Error(`the contract has no ${path.join(' ')}`);
    node = next;
  }
  return node as Record<string, unknown>;
}

const parametersOf = (node: Record<string, unknown>): unknown[] =>
  z.array(z.unknown()).parse(node.parameters);

describe('the API', () => {
  const committed = (): OpenApi => JSON.parse(contractsOnDisk().get('openapi.json') ?? '');
  const changed = (change: (document: object) => void): readonly string[] => {
    const after = structuredClone(committed());
    change(after);
    return compareOpenapi(committed(), after);
  };
  const list = ['paths', '/v1/items', 'get'];
  const schemas = ['components', 'schemas'];

  it('[C5] does not break by itself', () => {
    expect(changed(() => undefined)).toEqual([]);
  });

  it.each<[string, RegExp, readonly string[], (node: Record<string, unknown>) => void]>([
    ['an operation that is gone', /operation is gone/, ['paths'], (paths) => delete paths['/v1/items']],
    ['a new scope', /scope/, list, (node) => Object.assign(node, { 'x-crossdock-scope': 'crossdock/other' })],
    [
      'a parameter that must be given',
      /must be given/,
      list,
      (node) =>
        Object.assign(node, {
          parameters: [...parametersOf(node), { name: 'q', in: 'query', required: true, schema: text }],
        }),
    ],
    [
      'a parameter that is gone',
      /parameter is gone/,
      list,
      (node) => Object.assign(node, { parameters: parametersOf(node).slice(1) }),
    ],
    [
      'a field of the body that must be sent',
      /must be sent/,
      [...schemas, 'ApproveProposalRequest'],
      (node) => Object.assign(node, { required: ['reason'] }),
    ],
    [
      'a smaller body',
      /bodies of more than 10/,
      ['paths', '/v1/forecast-uploads', 'post'],
      (node) => Object.assign(node, { 'x-crossdock-maximum-body-bytes': 10 }),
    ],
    [
      'a field gone from deep inside an answer',
      /unit: the field is gone/,
      [...schemas, 'Quantity', 'properties'],
      (node) => delete node.unit,
    ],
    ['another status', /no longer answers 200/, [...list, 'responses'], (node) => delete node['200']],
  ])('[C5] breaks by %s', (_what, sentence, path, change) => {
    const found = changed((document) => change(nodeAt(document, path)));
    expect(found.join()).toMatch(sentence);
  });

  it('[C5] may break with a new major version, and end what was deprecated', () => {
    expect(changed((d) => Object.assign(d, { info: { version: '2.0.0' }, paths: {} }))).toEqual([]);
    const before = structuredClone(committed());
    Object.assign(before.paths['/v1/items']?.get ?? {}, { deprecated: true });
    const after = structuredClone(committed());
    delete nodeAt(after, ['paths'])['/v1/items'];
    expect(compareOpenapi(before, after)).toEqual([]);
  });
});

describe('the committed contracts', () => {
  it('[G2] are those of the code: run npm run generate when this fails', async () => {
    const now = await contractFiles();
    const onDisk = contractsOnDisk();
    const stale = [...new Set([...now.keys(), ...onDisk.keys()])].filter(
      (path) => now.get(path) !== onDisk.get(path),
    );
    expect(stale).toEqual([]);
  });

  it('[C5] are not broken by the code: keep them, or make a new major version', async () => {
    expect(compareContracts(contractsOnDisk(), await contractFiles())).toEqual([]);
  });

  it('[C5] an event or record that is gone breaks', async () => {
    const now = new Map(await contractFiles());
    now.delete('events/item-changed.v1.schema.json');
    now.delete('records/item.schema.json');
    expect(compareContracts(contractsOnDisk(), now)).toHaveLength(2);
  });
});
