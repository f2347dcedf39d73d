#!/usr/bin/env node
import { Command } from 'commander';
import { consoleCommands } from '../cli/commands/console.ts';
import { consumerCommands } from '../cli/commands/consumer.ts';
import type { Deployment } from '../cli/commands/deployment.ts';
import { dlqCommands } from '../cli/commands/dlq.ts';
import { partnerCommands } from '../cli/commands/partner.ts';
import { peopleCommands } from '../cli/commands/people.ts';
import { postingCommands } from '../cli/commands/posting.ts';
import { settingCommands } from '../cli/commands/setting.ts';
import { stackOutputs } from '../cli/stack-outputs.ts';

const program = new Command('crossdock')
  .description('Set up and look after a deployed Crossdock, with the AWS credentials of your shell.')
  .requiredOption('-e, --environment <name>', 'dev, test, prod or local');
const environment = (): string => program.opts<{ environment: string }>().environment;
const deployment: Deployment = {
  environment,
  outputs: () => stackOutputs(environment()),
  print: (text) => void process.stdout.write(`${text}\n`),
};

const groups = [
  settingCommands,
  consumerCommands,
  partnerCommands,
  postingCommands,
  consoleCommands,
  peopleCommands,
  dlqCommands,
];
for (const commands of groups) commands(program, deployment);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
