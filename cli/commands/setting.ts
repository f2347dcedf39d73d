import type { Command } from 'commander';
import { putSetting, showSetting } from '../settings.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock setting`: policies, routing and systems of record. */
export function settingCommands(program: Command, { outputs, print }: Deployment): void {
  const setting = program.command('setting').description('policies, routing and systems of record');
  setting
    .command('put <kind> <file>')
    .description('store a JSON file as the next version')
    .option('--id <id>', 'where there are several of the kind, as of "system"')
    .requiredOption('--reason <text>', 'why, for the audit record')
    .action(async (kind: string, file: string, options: { id?: string; reason: string }) =>
      print(await putSetting(await outputs(), kind, file, options)),
    );
  setting
    .command('show <kind> [id]')
    .description('the version in force')
    .action(async (kind: string, id?: string) => print(await showSetting(await outputs(), kind, id)));
}
