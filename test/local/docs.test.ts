import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routes } from '#api/routes.ts';

const pages = [...globSync('*.md'), ...globSync('docs/**/*.md')].sort();
const rooms = 'bench|bin|cli|console|contracts|docs|events|functions|lib|local|src|test';

/** Where links of a page lead within the repository, as paths from its root. */
const linksOf = (page: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(page), target));

/** Paths in code spans: `src/core/canonical` or `lib/permissions.ts`; what stands for many has a <name> or *. */
const pathsOf = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, span = '']) => span)
    .filter((span) => new RegExp(`^(?:${rooms})/[\\w./-]*$`).test(span));

/** `GET /v1/items/{itemId}` in a page → `GET /v1/items/{}`. */
const namedRoutes = (text: string): string[] =>
  [...text.matchAll(/\b(GET|POST) (\/v1\/[\w{}/.-]+)/g)].map(
    ([, method, path = '']) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`,
  );
const known = new Set(
  Object.values(routes).map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`),
);
const scripts = new Set<string>(Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts));

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('[G5] its links and paths lead somewhere', () => {
    const missing = [...linksOf(page, text), ...pathsOf(text)].filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  it('[G5] the routes and npm scripts it names are there', () => {
    expect(namedRoutes(text).filter((route) => !known.has(route))).toEqual([]);
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !scripts.has(script))).toEqual([]);
  });
});
