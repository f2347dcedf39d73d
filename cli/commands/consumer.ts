import type { Command } from 'commander';
import { addConsumer } from '../add-consumer.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock consumer`: who may use the API. */
export function consumerCommands(program: Command, { outputs, print }: Deployment): void {
  program
    .command('consumer')
    .description('who may use the API')
    .command('add <name>')
    .description('make a client, its API key and its entry; prints the secrets once')
    .requiredOption('--scopes <scopes...>', 'what it may do, such as proposals.read')
    .action(async (name: string, { scopes }: { scopes: string[] }) =>
      print(await addConsumer(await outputs(), name, scopes)),
    );
}
