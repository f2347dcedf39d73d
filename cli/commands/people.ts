import type { Command } from 'commander';
import { addPerson, dropPerson, peoplePlaces, showPeople } from '../people.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock people`: who signs in to the console. */
export function peopleCommands(program: Command, { outputs, print }: Deployment): void {
  const people = program.command('people').description('who signs in to the console');
  people
    .command('add <email>')
    .description('let a person sign in, or change what one may')
    .requiredOption(
      '--roles <roles...>',
      'all roles of the person from now on: ops, buyer, planner, steward, auditor',
    )
    .option('--reason <text>', 'why, for the audit record', 'onboarding')
    .action(async (email: string, options: { roles: string[]; reason: string }) =>
      print(await addPerson(peoplePlaces(await outputs()), email, options)),
    );
  people
    .command('list')
    .description('everybody, with roles')
    .action(async () => print(await showPeople(peoplePlaces(await outputs()))));
  people
    .command('remove <email>')
    .description('let a person sign in no more')
    .requiredOption('--reason <text>', 'why, for the audit record')
    .action(async (email: string, { reason }: { reason: string }) =>
      print(await dropPerson(peoplePlaces(await outputs()), email, reason)),
    );
}
