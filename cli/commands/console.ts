import type { Command } from 'commander';
import { publishConsole } from '../console.ts';
import { operator } from '../settings.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock console`: the console in the browser. */
export function consoleCommands(program: Command, { environment, outputs, print }: Deployment): void {
  program
    .command('console')
    .description('the console in the browser')
    .command('publish')
    .description('upload the console that "npm run build:console" built; prints its address')
    .action(async () =>
      print(await publishConsole(await outputs(), { environment: environment(), actor: operator() })),
    );
}
