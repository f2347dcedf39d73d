/** Runbooks beside what they tell of: queues, problem codes, commands. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCatalogue } from '#core/kernel/problem.ts';
import { consumers } from '#events/consumers.ts';

const runbook = (name: string): string => readFileSync(`docs/runbooks/${name}.md`, 'utf8');
const runbooks = globSync('docs/runbooks/*.md').map((file) => readFileSync(file, 'utf8'));
const stacks = globSync('lib/stacks/*.ts').map((file) => readFileSync(file, 'utf8'));

describe('runbooks', () => {
  it('[O6] every queue of the stacks has its row about dead letters', () => {
    const queues = [
      ...stacks.flatMap((text) =>
        [...text.matchAll(/new WorkQueue\([^)]*?name: '([\w-]+)'/g)].map(([, name = '']) => name),
      ),
      ...[...consumers.values()].map(({ queue }) => queue),
    ];
    expect(queues.length).toBeGreaterThan(15);
    const page = runbook('dead-letters');
    expect(queues.filter((name) => !new RegExp(`\`${name}-dead(\\.fifo)?\``).test(page))).toEqual([]);
  });

  it('[O6] every reason for a quarantine that it names is one', () => {
    const rows = [...runbook('interchange-quarantined').matchAll(/^\| `([\w-]+)` \|/gm)].map(
      ([, code]) => code,
    );
    const known = new Set<string | undefined>([...Object.keys(problemCatalogue), 'control-number-repeated']);
    expect(rows.filter((code) => !known.has(code))).toEqual([]);
    expect(rows).toContain('partner-unknown');
  });

  it.each(['posting', 'partner', 'setting', 'dlq'])(
    '[O6] the commands of `%s` that they name are there',
    (group) => {
      const named = new Set(
        runbooks.flatMap((text) =>
          [...text.matchAll(new RegExp(`crossdock -e <environment> ${group} (\\w+)`, 'g'))].map(
            ([, verb = '']) => verb,
          ),
        ),
      );
      const help = execFileSync(process.execPath, ['bin/crossdock.ts', group, '--help'], {
        encoding: 'utf8',
      });
      for (const verb of named) expect(help).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'));
      expect(named.size).toBeGreaterThan(0);
    },
  );
});
