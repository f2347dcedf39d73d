import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const MOST_BYTES = 500_000;

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

let output: readonly Output[] = [];

beforeAll(async () => {
  // The test runner says "test", and React would come with all its warnings.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root: 'console',
    configFile: 'console/vite.config.ts',
    logLevel: 'error',
    mode: 'production',
    build: { write: false },
  });
  if (!('output' in built)) throw new Error('the build is of another kind than expected');
  output = built.output;
  vi.unstubAllEnvs();
}, 120_000);

const chunks = (): readonly Rolldown.OutputChunk[] => output.filter((one) => one.type === 'chunk');

/** A chunk with everything that must be there before it runs. */
function closure(start: Rolldown.OutputChunk, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(start.fileName)) return seen;
  seen.add(start.fileName);
  for (const css of start.viteMetadata?.importedCss ?? []) seen.add(css);
  for (const chunk of chunks()) if (start.imports.includes(chunk.fileName)) closure(chunk, seen);
  return seen;
}

const bytes = (one: Output): number => gzipSync(one.type === 'chunk' ? one.code : one.source).length;

const sizeOf = (names: ReadonlySet<string>): number =>
  output.filter(({ fileName }) => names.has(fileName)).reduce((sum, one) => sum + bytes(one), 0);

/** What a page loads after it is shown, such as what draws its charts. */
const afterwards = (page: Rolldown.OutputChunk): readonly string[] =>
  [...closure(page)]
    .flatMap((name) => chunks().filter(({ fileName }) => fileName === name))
    .flatMap(({ dynamicImports }) => dynamicImports)
    .filter((name) => !pages().some(({ fileName }) => fileName === name))
    .flatMap((name) => chunks().filter(({ fileName }) => fileName === name))
    .flatMap((chunk) => [...closure(chunk)]);

const pages = (): readonly Rolldown.OutputChunk[] =>
  chunks().filter(({ facadeModuleId }) => facadeModuleId?.includes('/console/src/pages/'));

describe('the console as it is published', () => {
  it('[O6] whichever page is opened first, at most 500 KB must come to the browser, compressed', () => {
    const entry = chunks().find(({ isEntry }) => isEntry);
    expect(pages().length).toBeGreaterThan(1);
    for (const page of pages()) {
      const needed = new Set([...(entry ? closure(entry) : []), ...closure(page)]);
      expect(sizeOf(needed), page.name).toBeGreaterThan(100_000);
      expect(sizeOf(needed), page.name).toBeLessThanOrEqual(MOST_BYTES);
    }
  });

  it('[O6] the overview, which people land on, needs no more with its charts', () => {
    const entry = chunks().find(({ isEntry }) => isEntry);
    const overview = pages().find(({ facadeModuleId }) => facadeModuleId?.includes('/pages/overview/'));
    if (!entry || !overview) throw new Error('there is no overview');
    const all = new Set([...closure(entry), ...closure(overview), ...afterwards(overview)]);
    expect(sizeOf(all)).toBeGreaterThan(sizeOf(new Set([...closure(entry), ...closure(overview)])));
    expect(sizeOf(all)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('[G3] fonts are files of their own, so that no font from data need be allowed', () => {
    const sheets = output.filter(({ fileName }) => fileName.endsWith('.css'));
    expect(output.filter(({ fileName }) => fileName.endsWith('.woff')).length).toBeGreaterThan(0);
    for (const sheet of sheets) expect(String('source' in sheet && sheet.source)).not.toContain('data:font');
  });

  it('[G3] the page runs no script and no style of its own: all are files that the policy allows', () => {
    const page = output.find(({ fileName }) => fileName === 'index.html');
    const html = String(page && 'source' in page ? page.source : '');
    expect(html).toContain('type="module"');
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(html).not.toMatch(/<style|style=|onload=/);
  });
});
