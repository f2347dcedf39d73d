/** Every operation that changes something says who did it, in the transaction that does it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import packageJson from '../../package.json' with { type: 'json' };

const writes = (Object.values(routes) as readonly Route[]).filter(({ write }) => write);

/** Under which actions it stands in the audit, where that is not the operation's own name; one ends with the kind. */
const otherActions: Readonly<Record<string, readonly string[]>> = {
  'add-partner': ['change-partner', 'give-partner-access'],
  'acknowledge-supplier-order': ['submit-'],
  'announce-supplier-shipment': ['submit-'],
  'submit-supplier-invoice': ['submit-'],
  'offer-supplier-catalog': ['submit-'],
  'report-supplier-stock': ['submit-'],
};

/** Sent as writes, because they have a body; they change nothing. */
const changesNothing = ['preview-replay', 'rehearse-dead-letter'];

/** `#core/*` → `./src/core/`. */
const aliases = Object.entries(packageJson.imports).map(
  ([alias, path]) => [alias.replace('*', ''), path.replace('./', '').replace('*', '')] as const,
);

/** The sources of a function and of all that it imports, but for what every function imports. */
function sourcesOf(file: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, from = ''] of text.matchAll(/from '([^']+\.ts)'/g)) {
    const alias = aliases.find(([prefix]) => from.startsWith(prefix));
    const next = alias
      ? from.replace(alias[0], alias[1])
      : new URL(from, `file:///${file}`).pathname.slice(1);
    if (!/^(?:src\/core|src\/api|src\/adapters|events)\//.test(next)) sourcesOf(next, seen);
  }
  return seen;
}

describe.each(writes.map(({ operationId }) => operationId))('%s', (operationId) => {
  const sources = [...sourcesOf(`functions/api/${operationId}.ts`).values()];
  const isAudited = (action: string): boolean =>
    sources.some(
      (text) => text.includes(`'${action}'`) || (action.endsWith('-') && text.includes(`\`${action}$`)),
    ) && sources.some((text) => /\baudit\b/.test(text));

  if (changesNothing.includes(operationId)) {
    it('[A5] changes nothing, and so leaves nothing in the audit', () => {
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.some((text) => /\.commit\(|audit:/.test(text))).toBe(false);
    });
    return;
  }
  it('[A5] stands in the audit with who asked for it', () => {
    for (const action of otherActions[operationId] ?? [operationId])
      expect(isAudited(action), action).toBe(true);
  });
});
