/**
 * Bundle every function in one run of esbuild: `functions/<room>/<name>.ts` becomes
 * `dist/functions/<room>/<name>/index.mjs`, ESM, minified, the AWS SDK inside, with a source map.
 */
import { globSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `forecasting/split-forecast-file` for every function there is, sorted. */
export const functionEntries = (): string[] =>
  globSync('functions/*/*.ts', { cwd: root })
    .map((file) => relative('functions', file).replace(/\.ts$/, ''))
    .sort();

export const bundleOptions = (entries: readonly string[]): BuildOptions => ({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(entries.map((entry) => [`${entry}/index`, `functions/${entry}.ts`])),
  outdir: 'dist/functions',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  // Errors are told apart by the names of their classes.
  keepNames: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  sourcemap: 'linked',
  legalComments: 'none',
  loader: { '.json': 'json' },
  // A function has its credentials in the environment: the ways a person signs in are imported lazily and never
  // reached, and weigh 120 KB.
  external: ['ini', 'login', 'process', 'sso', 'web-identity'].map(
    (way) => `@aws-sdk/credential-provider-${way}`,
  ),
  // Some dependencies still call `require` for what Node brings along.
  banner: {
    js: "import{createRequire as crossdockRequire}from'node:module';const require=crossdockRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

/** Functions that are no longer there leave the bundle; the others are overwritten in place, never missing. */
function removeStale(entries: readonly string[]): void {
  const kept = new Set(entries);
  for (const folder of globSync('dist/functions/*/*', { cwd: root })) {
    if (!kept.has(relative('dist/functions', folder))) rmSync(join(root, folder), { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const entries = functionEntries();
  await build(bundleOptions(entries));
  removeStale(entries);
  process.stderr.write(`${entries.length} functions bundled\n`);
}
