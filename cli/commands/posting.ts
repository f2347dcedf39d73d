import type { Command } from 'commander';
import { postingPorts, redriveDocument, settleDocument } from '../postings.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock posting`: what waits for somebody on its way to the ERP. */
export function postingCommands(program: Command, { outputs, print }: Deployment): void {
  const posting = program
    .command('posting')
    .description('orders, changes and invoices that wait for somebody on their way to the ERP');
  posting
    .command('redrive <document>')
    .description('post it again: its cause is repaired, or you looked and it is not in the ERP')
    .requiredOption('--reason <text>', 'what was repaired or seen, for the audit record')
    .action(async (document: string, { reason }: { reason: string }) =>
      print(await redriveDocument(postingPorts(await outputs()), document, reason)),
    );
  posting
    .command('settle <document> <native-id>')
    .description('it is in the ERP under this id, confirmed')
    .requiredOption('--reason <text>', 'how you know, for the audit record')
    .action(async (document: string, nativeId: string, { reason }: { reason: string }) =>
      print(await settleDocument(postingPorts(await outputs()), document, nativeId, reason)),
    );
}
