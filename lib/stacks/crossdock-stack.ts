import { CliCredentialsStackSynthesizer, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CrossdockFunction, type CrossdockFunctionProps } from '../constructs/crossdock-function.ts';
import type { Environment } from '../environments.ts';
import { type Names, namesOf } from '../names.ts';
import { type Permissions, permissionsIn } from '../permissions.ts';

/** What every stack of ours shares: its environment, the names in it, and what functions are made with. */
export abstract class CrossdockStack extends Stack {
  protected readonly names: Names;
  protected readonly permissions: Permissions;
  protected readonly target: Environment;

  constructor(scope: Construct, purpose: string, environment: Environment, description: string) {
    super(scope, `crossdock-${environment.name}-${purpose}`, {
      description,
      ...(environment.account && environment.region
        ? { env: { account: environment.account, region: environment.region } }
        : {}),
      // The roles that `cdk bootstrap` makes for publishing are refused by the embedded cloud's IAM.
      ...(environment.name === 'local' ? { synthesizer: new CliCredentialsStackSynthesizer() } : {}),
      terminationProtection: environment.dataRemoval === 'retain' && purpose === 'stateful',
    });
    this.target = environment;
    this.names = namesOf(environment);
    this.permissions = permissionsIn(this, environment);
    Tags.of(this).add('application', 'crossdock');
    Tags.of(this).add('environment', environment.name);
  }

  /** A function of this stack; its construct id is its file's name. */
  protected lambda(props: Omit<CrossdockFunctionProps, 'environment'>): CrossdockFunction {
    return new CrossdockFunction(this, props.entry.slice(props.entry.indexOf('/') + 1), {
      ...props,
      environment: this.target,
      may: [...props.may, ...this.permissions.mayUseEnvironmentKey()],
    });
  }
}
