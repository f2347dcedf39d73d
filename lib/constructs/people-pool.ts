import {
  AccountRecovery,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  ResourceServerScope,
  UserPool,
  UserPoolDomain,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Environment } from '../environments.ts';
import { namesOf, signInDomain } from '../names.ts';
import { acknowledge } from './acknowledge.ts';
import { passwordPolicy } from './password-policy.ts';

/** The roles, as `src/api/roles.ts` has them, each a group of the pool. */
const groups: Readonly<Record<string, string>> = {
  ops: 'Keep the flows running: dead letters, replay, systems, partners going live',
  buyer: 'Decide on orders, answers of suppliers and invoices',
  planner: 'Decide on forecasts and proposals',
  steward: 'Look after master data, codes of partners and agreements',
  auditor: 'See everything that was done, and change nothing',
};

/** Why a finding of the security rules on second factors and threat protection is accepted. */
const accepted = {
  'AwsSolutions-COG3':
    'Threat protection needs the Plus plan, paid for every person; accounts are made by hand and passwords are long.',
  'AwsSolutions-COG8':
    'The Plus plan buys threat protection alone; an installation that wants it changes one line here.',
};

/**
 * The people who sign in: accounts are made for them, they are in groups, and their tokens carry one scope, which no
 * machine client can have. User names are mail addresses, so that audit records tell who it was.
 */
export class PeoplePool extends Construct {
  readonly pool: UserPool;

  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    const names = namesOf(environment);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: names.peoplePool,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: environment.secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy,
      userInvitation: {
        emailSubject: 'Your access to Crossdock',
        emailBody:
          'Sign in to the Crossdock console as {username} with the password {####}, which you change then.',
      },
      deletionProtection: environment.dataRemoval === 'retain',
      removalPolicy: environment.dataRemoval,
    });
    for (const [rule, reason] of Object.entries(accepted)) acknowledge(this.pool, rule, reason);
    if (environment.secondFactor === 'possible')
      acknowledge(
        this.pool,
        'AwsSolutions-COG2',
        'A second factor is required where the data is real: in prod.',
      );
    this.groups();
    new UserPoolDomain(this, 'SignInDomain', {
      userPool: this.pool,
      cognitoDomain: { domainPrefix: signInDomain(this, names.peoplePool) },
    });
    const signedIn = new ResourceServerScope({
      scopeName: 'console',
      scopeDescription: "What the person's roles allow",
    });
    new UserPoolResourceServer(this, 'Scope', {
      userPool: this.pool,
      identifier: 'crossdock',
      scopes: [signedIn],
    });
  }

  private groups(): void {
    for (const [groupName, description] of Object.entries(groups)) {
      const { userPoolId } = this.pool;
      new CfnUserPoolGroup(this, `Group${groupName}`, { userPoolId, groupName, description });
    }
  }
}
