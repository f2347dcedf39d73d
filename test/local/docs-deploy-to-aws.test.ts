/** The settings in docs/guides/deploy-to-aws.md, held against what `crossdock setting put` takes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SettingKind, settingIdOf, settingSchemas } from '#core/canonical/settings.ts';

const guide = readFileSync('docs/guides/deploy-to-aws.md', 'utf8');
const files = new Map(
  [...guide.matchAll(/cat > (\S+) <<'JSON'\n([\s\S]*?)\nJSON/g)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
);
const puts = [...guide.matchAll(/setting put (\S+) (\S+)(?: --id (\S+))?/g)]
  .map(([, kind = '', file = '', id = '']) => ({ kind, file, id }))
  .filter(({ file }) => files.has(file));
const isKind = (kind: string): kind is SettingKind => Object.hasOwn(settingSchemas, kind);

describe('the settings of the recipe', () => {
  it.each(puts)('[G5] $kind is taken under the id it is put under', ({ kind, file, id }) => {
    if (!isKind(kind)) throw new Error(`there is no setting ${kind}`);
    const value = settingSchemas[kind].safeParse(JSON.parse(files.get(file) ?? ''));
    expect(value.error?.issues ?? []).toEqual([]);
    expect(value.data && settingIdOf(kind, value.data)).toBe(id);
  });

  it('[G5] every file it writes is put, and the cut-off of forecasts is among them', () => {
    expect(puts.map(({ file }) => file)).toEqual([...files.keys()]);
    expect(puts.map(({ kind }) => kind)).toContain('measures');
  });
});
