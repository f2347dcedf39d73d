/**
 * Make `contracts/` from the code: OpenAPI, AsyncAPI, JSON Schemas and the typed client.
 *
 *   node local/generate-contracts.ts                        write them; refused when that breaks a contract
 *   node local/generate-contracts.ts --accept-breaking      write them all the same: before a first release, or with a
 *                                                           new major version
 *   node local/generate-contracts.ts --check                change nothing; fail when they are stale
 *   node local/generate-contracts.ts --against <revision>   change nothing; fail when something breaks since then
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contractsAt, contractsOnDisk, directory } from './contracts/baseline.ts';
import { compareContracts } from './contracts/compatibility/compare-contracts.ts';
import { contractFiles } from './contracts/files.ts';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    against: { type: 'string' },
    'accept-breaking': { type: 'boolean', default: false },
  },
});

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

function fail(sentence: string, details: readonly string[]): never {
  say(sentence);
  for (const detail of details) say(`  ${detail}`);
  process.exit(1);
}

const now = await contractFiles();
const onDisk = contractsOnDisk();
const stale = [...new Set([...now.keys(), ...onDisk.keys()])].filter(
  (path) => now.get(path) !== onDisk.get(path),
);

if (values.against !== undefined) {
  const broken = compareContracts(contractsAt(values.against), now);
  if (broken.length > 0)
    fail(`Breaking since ${values.against}: keep it, or make a new major version.`, broken);
  say(`Nothing breaks since ${values.against}.`);
} else if (values.check) {
  if (stale.length > 0) fail('contracts/ is stale: run npm run generate and commit it.', stale);
  say(`contracts/ is fresh: ${now.size} files.`);
} else {
  const broken = compareContracts(onDisk, now);
  if (broken.length > 0 && !values['accept-breaking']) {
    fail(
      'This would break a contract. Keep it, make a new major version, or pass --accept-breaking.',
      broken,
    );
  }
  for (const path of stale) write(path, now.get(path));
  say(stale.length === 0 ? 'contracts/ was fresh.' : `contracts/ written: ${stale.join(', ')}`);
}

function write(path: string, text: string | undefined): void {
  const file = join(directory, path);
  if (text === undefined) {
    rmSync(file);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
