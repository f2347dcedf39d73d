import type { Command } from 'commander';
import {
  cancelDead,
  deadLetterPorts,
  discardDead,
  listDead,
  type RedriveOptions,
  redriveDead,
  showDead,
} from '../dead-letters.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock dlq`: messages that could not be worked on. */
export function dlqCommands(program: Command, { environment, outputs, print }: Deployment): void {
  const dlq = program.command('dlq').description('messages that could not be worked on');
  const deadLetters = async () => deadLetterPorts(await outputs(), environment());
  dlq
    .command('list [queue]')
    .description('every queue with what waits in it, or the dead letters of one')
    .action(async (queue?: string) => print(await listDead(await deadLetters(), queue)));
  dlq
    .command('show <id>')
    .description('a dead letter with its message, or how far a redrive is')
    .action(async (id: string) => print(await showDead(await deadLetters(), id)));
  dlq
    .command('redrive <queue>')
    .description('send dead letters back to where they came from, once their cause is repaired')
    .option('--ids <ids...>', 'only these')
    .option('--all', 'all that wait now')
    .option('--class <class>', 'with --all: only those that died of this')
    .option('--rate <number>', 'messages a second', Number, 10)
    .requiredOption('--reason <text>', 'what was repaired, for the audit record')
    .action(async (queue: string, options: RedriveOptions) =>
      print(await redriveDead(await deadLetters(), queue, options)),
    );
  dlq
    .command('cancel <redrive>')
    .description('stop a running redrive; what was sent stays sent')
    .action(async (redrive: string) => print(await cancelDead(await deadLetters(), redrive)));
  dlq
    .command('discard <id>')
    .description('never work on it; its record and content stay')
    .requiredOption('--reason <text>', 'why, for the audit record')
    .action(async (id: string, { reason }: { reason: string }) =>
      print(await discardDead(await deadLetters(), id, reason)),
    );
}
