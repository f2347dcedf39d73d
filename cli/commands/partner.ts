import { type Command, Option } from 'commander';
import type { AccessWish } from '#business/partners/onboard-partner.ts';
import { partnerPorts } from '../partner-ports.ts';
import {
  activate,
  addPartnerFrom,
  certify,
  partnerList,
  showCertification,
  showPartner,
  suspend,
  withdraw,
} from '../partners.ts';
import type { Deployment } from './deployment.ts';

/** `crossdock partner`: suppliers we exchange documents with. */
export function partnerCommands(program: Command, { environment, outputs, print }: Deployment): void {
  const partners = async () => partnerPorts(await outputs(), environment());
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
}
