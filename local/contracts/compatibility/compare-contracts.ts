import type { JsonSchema } from '../json-schema.ts';
import { compareOpenapi, type OpenApi } from './compare-openapi.ts';
import { compareSchemas } from './compare-schemas.ts';

/** The text of a file of `contracts/` by its path there. */
export type Contracts = ReadonlyMap<string, string>;

/** Every breaking change from one state of the contracts to the next: of the API, of events and of records. */
export function compareContracts(before: Contracts, after: Contracts): readonly string[] {
  return [...before].flatMap(([path, old]) => {
    const now = after.get(path);
    if (path === 'openapi.json' && now) return compareOpenapi(parsed<OpenApi>(old), parsed<OpenApi>(now));
    if (!path.endsWith('.schema.json')) return [];
    if (now === undefined) return [`${path}: it is gone`];
    const [was, is] = [parsed<JsonSchema>(old), parsed<JsonSchema>(now)];
    return compareSchemas({ schema: was, root: was }, { schema: is, root: is }, 'read', path);
  });
}

const parsed = <T>(text: string): T => JSON.parse(text) as T;
