#!/usr/bin/env node
import { Command, Option } from 'commander';
import type { AccessWish } from '#business/partners/onboard-partner.ts';
import { addConsumer } from '../cli/add-consumer.ts';
import { publishConsole } from '../cli/console.ts';
import {
  cancelDead,
  deadLetterPorts,
  discardDead,
  listDead,
  type RedriveOptions,
  redriveDead,
  showDead,
} from '../cli/dead-letters.ts';
import { partnerPorts } from '../cli/partner-ports.ts';
import {
  activate,
  addPartnerFrom,
  certify,
  partnerList,
  showCertification,
  showPartner,
  suspend,
  withdraw,
} from '../cli/partners.ts';
import { addPerson, dropPerson, peoplePlaces, showPeople } from '../cli/people.ts';
import { postingPorts, redriveDocument, settleDocument } from '../cli/postings.ts';
import { operator, putSetting, showSetting } from '../cli/settings.ts';
import { stackOutputs } from '../cli/stack-outputs.ts';

const program = new Command('crossdock')
  .description('Set up and look after a deployed Crossdock, with the AWS credentials of your shell.')
  .requiredOption('-e, --environment <name>', 'dev, test, prod or local');
const environment = (): string => program.opts<{ environment: string }>().environment;
const outputs = () => stackOutputs(environment());
const partners = async () => partnerPorts(await outputs(), environment());
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

const partner = program.command('partner').description('suppliers we exchange documents with');
partner
  .command('add <file>')
  .description('take a partner on by its agreement, a JSON file, or change it; prints the secrets once')
  .addOption(
    new Option('--access <wish>', 'a client of the API for it')
      .choices(['when-new', 'another', 'none'] satisfies AccessWish[])
      .default('when-new'),
  )
  .option('--reason <text>', 'why, for the audit record', 'onboarding')
  .action(async (file: string, { access: wish, reason }: { access: AccessWish; reason: string }) => {
    const where = await outputs();
    const [apiUrl, tokenUrl] = [where('ApiUrl'), where('TokenUrl')];
    print(await addPartnerFrom(await partners(), file, { wish, reason, apiUrl, tokenUrl }));
  });
partner
  .command('list')
  .description('every partner: status, how it exchanges, certification')
  .action(async () => print(await partnerList(await partners())));
partner
  .command('show <id>')
  .description('the agreement in force')
  .option('--certification', 'the report of its certification instead, case by case')
  .action(async (id: string, { certification = false }: { certification?: boolean }) =>
    print(await (certification ? showCertification : showPartner)(await partners(), id)),
  );
partner
  .command('certify <id>')
  .description('rehearse the exchange with a simulated partner, case by case; nothing reaches the partner')
  .option('--sample <files...>', 'files that the partner really wrote, to be read as well')
  .option('--reason <text>', 'why, for the audit record', 'certification')
  .action(async (id: string, { reason, sample = [] }: { reason: string; sample?: string[] }) => {
    const { text, passed } = await certify(await partners(), id, { reason, samples: sample });
    print(text);
    if (!passed) process.exitCode = 1;
  });
partner
  .command('activate <id>')
  .description('let a certified partner go live')
  .requiredOption('--reason <text>', 'why, for the audit record')
  .action(async (id: string, { reason }: { reason: string }) =>
    print(await activate(await partners(), id, reason)),
  );
partner
  .command('suspend <id>')
  .description('stop the exchange with a partner at once')
  .requiredOption('--reason <text>', 'why, for the audit record')
  .action(async (id: string, { reason }: { reason: string }) =>
    print(await suspend(await partners(), id, reason)),
  );

partner
  .command('withdraw <id> <client-id>')
  .description('take back a client of the API, once another one took its place')
  .requiredOption('--reason <text>', 'why, for the audit record')
  .action(async (id: string, clientId: string, { reason }: { reason: string }) =>
    print(await withdraw(await partners(), id, clientId, reason)),
  );

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

program
  .command('console')
  .description('the console in the browser')
  .command('publish')
  .description('upload the console that "npm run build:console" built; prints its address')
  .action(async () =>
    print(await publishConsole(await outputs(), { environment: environment(), actor: operator() })),
  );

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

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
