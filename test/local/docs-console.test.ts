/** docs/guides/use-the-console.md beside the console: its pages, its words, the roles, and the pictures that tests take. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exceptionOwnersOf, roles, rolesThatMay } from '#api/roles.ts';
import { type Scope, scopes } from '#api/scopes.ts';

const guide = readFileSync('docs/guides/use-the-console.md', 'utf8');
const textOf = (pattern: string): string =>
  globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
const sources = textOf('console/src/**/*.{ts,tsx}');
const specs = textOf('test/e2e/console/*.ts');

/** Cells of the rows of the table whose header begins with a word. */
const rowsOf = (header: string): string[][] =>
  (guide.split(`\n| ${header} |`)[1]?.split('\n\n')[0] ?? '')
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** `## Look after partners` as the end of an address. */
const anchors = new Set(
  [...guide.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-')),
);

const isScope = (text: string): text is Scope => Object.hasOwn(scopes, text);

/** Label and scope of each page, as the navigation has them. */
const pages = [
  ...readFileSync('console/src/app/pages.ts', 'utf8').matchAll(/label: '([^']+)'[\s\S]*?scope: '([^']+)'/g),
].map(([, label = '', scope = '']) => ({ label, scope }));

/** What each queue is called. */
const queueNames = new Map(
  [
    ...readFileSync('console/src/pages/exceptions/queues.ts', 'utf8').matchAll(/^ {2}(\w+): '([^']+)',$/gm),
  ].map(([, owner = '', name = '']) => [owner, name]),
);

/** Whether the console shows this text, by itself or followed by a value. */
const isShown = (text: string): boolean => {
  const literal = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`["'\`>\\n]\\s*${literal}\\s*(?:["'\`<\\n]|\\$?\\{)`).test(sources);
};

const pictures = new Set(
  [...specs.matchAll(/(?:\bpage\(|takePicture\(\w+, )'([\w-]+)'/g)].map(([, name = '']) => name),
);
const documents = ['README.md', ...globSync('docs/**/*.md')];
const shown = documents.flatMap((document) =>
  [...readFileSync(document, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
    ([, alt = '', path = '']) => ({
      document,
      alt,
      path,
    }),
  ),
);

describe('the guide of the console', () => {
  it('[G5] has every page, with who sees it, and leads to what is done there', () => {
    const told = rowsOf('page').map(([label = '', , who = '']) => [label, who]);
    const held = pages.map(({ label, scope }) => {
      const may = isScope(scope) ? rolesThatMay(scope) : [];
      return [label, may.length === roles.length ? 'everybody' : may.map((role) => `\`${role}\``).join(', ')];
    });
    expect(pages).toHaveLength(9);
    expect(told).toEqual(held);
    const links = rowsOf('page').map(([, what = '']) => what.match(/\(#([\w-]+)\)/)?.[1] ?? '');
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
  });

  it('[A4] says of every role which exceptions it decides', () => {
    const told = rowsOf('role').map(([role = '', queues = '']) => [
      role,
      queues.replace('exceptions of ', ''),
    ]);
    expect(told).toEqual(
      roles.map((role) => {
        const queues = exceptionOwnersOf([role]).map((owner) => queueNames.get(owner));
        return [`\`${role}\``, queues.join(', ') || 'nothing'];
      }),
    );
  });

  it('[G5] what it has in bold is written in the console', () => {
    const bold = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, text = '']) => text);
    // A sentence in bold begins a recipe and names nothing.
    const named = bold.filter((text) => text !== 'bold' && !text.endsWith('.'));
    expect(named.length).toBeGreaterThan(40);
    expect([...new Set(named)].filter((text) => !isShown(text))).toEqual([]);
  });
});

describe('pictures in the documents', () => {
  it('[G5] each is one that the tests in a browser take, said in words as well', () => {
    expect(shown.length).toBeGreaterThan(15);
    const missing = shown.filter(({ path, alt }) => {
      const name = path.match(/(?:^|\/)images\/([\w-]+)\.png$/)?.[1] ?? '';
      return !pictures.has(name) || alt === '';
    });
    expect(missing).toEqual([]);
  });
});
