#!/usr/bin/env node
import { Command } from 'commander';
import { addConsumer } from '../cli/add-consumer.ts';
import { postingPorts, redriveOrder, settleOrder } from '../cli/postings.ts';
import { putSetting, showSetting } from '../cli/settings.ts';
import { stackOutputs } from '../cli/stack-outputs.ts';

const program = new Command('crossdock')
  .description('Set up and look after a deployed Crossdock, with the AWS credentials of your shell.')
  .requiredOption('-e, --environment <name>', 'dev, test, prod or local');
const outputs = () => stackOutputs(program.opts<{ environment: string }>().environment);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

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

program
  .command('consumer')
  .description('who may use the API')
  .command('add <name>')
  .description('make a client, its API key and its entry; prints the secrets once')
  .requiredOption('--scopes <scopes...>', 'what it may do, such as proposals.read')
  .action(async (name: string, { scopes }: { scopes: string[] }) =>
    print(await addConsumer(await outputs(), name, scopes)),
  );

const posting = program
  .command('posting')
  .description('orders that wait for somebody on their way to the ERP');
posting
  .command('redrive <purchase-order>')
  .description('post it again: its cause is repaired, or you looked and it is not in the ERP')
  .requiredOption('--reason <text>', 'what was repaired or seen, for the audit record')
  .action(async (order: string, { reason }: { reason: string }) =>
    print(await redriveOrder(postingPorts(await outputs()), order, reason)),
  );
posting
  .command('settle <purchase-order> <native-id>')
  .description('it is in the ERP under this id, confirmed')
  .requiredOption('--reason <text>', 'how you know, for the audit record')
  .action(async (order: string, nativeId: string, { reason }: { reason: string }) =>
    print(await settleOrder(postingPorts(await outputs()), order, nativeId, reason)),
  );

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
