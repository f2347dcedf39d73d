/** The recipe in docs/guides/add-a-partner.md, followed to the letter: its commands, in their order, on its files. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { rehearsal } from '#adapters/rehearsal.ts';
import { unwrap } from '#core/kernel/result.ts';
import { faultOfExpression } from '#edi/exchange/fault-of-expression.ts';
import { aSupplier } from '#test/builders/a-supplier.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { memoryObjects } from '#test/doubles/memory-objects.ts';
import { memoryPartnerAccess } from '#test/doubles/memory-partner-access.ts';
import { memoryRecords } from '#test/doubles/memory-records.ts';
import { memorySettings } from '#test/doubles/memory-settings.ts';
import {
  activate,
  addPartnerFrom,
  agreementIn,
  certify,
  partnerList,
  showPartner,
  suspend,
} from '../../cli/partners.ts';

const guide = readFileSync('docs/guides/add-a-partner.md', 'utf8');
const files = globSync('docs/guides/agreements/*.json').sort();

/** The commands in the guide's `sh` blocks: verb, what it is about, and the reason where one is given. */
const commands = [
  ...guide.matchAll(/^crossdock -e prod partner (\w+)(?: ([\w./-]+))?(?: --reason "(.*)")?$/gm),
]
  .filter(([line]) => !line.includes('--sample'))
  .map(([, verb = '', about = '', reason = 'certification']) => ({ verb, about, reason }));

function aDesk() {
  const clock = fixedClock('2026-11-23T08:00:00.000Z');
  return {
    records: memoryRecords({ clock }),
    settings: memorySettings(),
    objects: memoryObjects(),
    clock,
    faultOfExpression,
    access: memoryPartnerAccess(),
    rehearse: rehearsal(clock),
  };
}

describe('the recipe for adding a partner', () => {
  let ports: ReturnType<typeof aDesk>;
  beforeEach(async () => {
    ports = aDesk();
    for (const id of ['sup-bolt', 'sup-nordbolt']) {
      const supplier = { type: 'supplier', id, expect: 'absent', body: aSupplier(id) } as const;
      unwrap(await ports.records.commit({ changes: [supplier], correlationId: 'cor-12345678' }));
    }
  });

  const where = {
    apiUrl: 'https://api.example',
    tokenUrl: 'https://token.example',
    wish: 'when-new',
  } as const;
  /** What each command does, as `cli/commands/partner.ts` does it. */
  const does: Readonly<Record<string, (about: string, reason: string) => Promise<string>>> = {
    add: (file, reason) => addPartnerFrom(ports, file, { ...where, reason }),
    certify: async (id, reason) => (await certify(ports, id, { reason })).text,
    activate: (id, reason) => activate(ports, id, reason),
    list: () => partnerList(ports),
    show: (id) => showPartner(ports, id),
    suspend: (id, reason) => suspend(ports, id, reason),
  };

  it('[S10] its commands, one after the other, make a partner that is live, then suspended', async () => {
    expect(commands.map(({ verb }) => verb)).toEqual([
      'add',
      'certify',
      'activate',
      'list',
      'show',
      'suspend',
    ]);
    const said: string[] = [];
    for (const { verb, about, reason } of commands) said.push((await does[verb]?.(about, reason)) ?? '');
    expect(said[0]).toContain('"clientSecret"');
    expect(said[1]).toContain('boltsupply may go live');
    expect(said[3]).toContain('boltsupply\tactive\tx12 005010 by mailbox');
    expect(said[5]).toContain('boltsupply is suspended');
  });

  it('[S10] the command line has every command of it', () => {
    const help = execFileSync(process.execPath, ['bin/crossdock.ts', 'partner', '--help'], {
      encoding: 'utf8',
    });
    for (const { verb } of commands) expect(help).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'));
  });

  it.each(files)('[S2] %s is an agreement, and its exchange passes every case', async (file) => {
    const { id } = agreementIn(file);
    await addPartnerFrom(ports, file, { ...where, reason: 'example' });
    const { text, passed } = await certify(ports, id, { reason: 'example' });
    expect(text).not.toContain('FAILED');
    expect(passed).toBe(true);
  });

  it('[G5] it names every field of an agreement', () => {
    const fields = files.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8'))));
    const unnamed = [...new Set(fields)].filter(
      (field) => field !== 'name' && !guide.includes(`\`${field}\``),
    );
    expect(unnamed).toEqual([]);
  });
});
