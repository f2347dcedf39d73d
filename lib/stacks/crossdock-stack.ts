import { CliCredentialsStackSynthesizer, Duration, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { EventConsumer } from '#events/define-consumer.ts';
import { CrossdockFunction, type CrossdockFunctionProps } from '../constructs/crossdock-function.ts';
import { consume, hear, mayConsume } from '../constructs/queue-consumer.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { Environment } from '../environments.ts';
import { type Names, namesOf } from '../names.ts';
import { type Permissions, permissionsIn } from '../permissions.ts';

/** A function that works a queue of its own, besides what its consumer's entry says. */
export interface Worker
  extends Pick<CrossdockFunctionProps, 'variables' | 'may' | 'impact' | 'timeout' | 'memoryMiB'> {
  readonly batchSize?: number;
  /** Functions running at once at most. */
  readonly atMost?: number;
  /** Messages wait so long before they are worked on. */
  readonly delay?: Duration;
}

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

  /** A function with the queue it hears events of the bus through. */
  protected hearing(consumer: EventConsumer, worker: Worker): CrossdockFunction {
    const { made, queue } = this.working(consumer, worker);
    hear(queue, this.names.bus, consumer);
    return made;
  }

  /** A function with the queue it works, message by message unless it says otherwise. */
  protected working(
    { entry, summary, queue: name }: Pick<EventConsumer, 'entry' | 'summary' | 'queue'>,
    { batchSize = 1, atMost = 5, delay, ...worker }: Worker,
  ): { readonly made: CrossdockFunction; readonly queue: WorkQueue } {
    const timeout = worker.timeout ?? Duration.seconds(30);
    const queue = new WorkQueue(this, `${name}-queue`, {
      environment: this.target,
      name,
      consumerTimeout: timeout,
      impact: worker.impact,
      ...(delay ? { delay } : {}),
    });
    const may = [...mayConsume(queue), ...worker.may];
    const made = this.lambda({ ...worker, entry, description: summary, timeout, may });
    consume(made, queue, { batchSize, atMost });
    return { made, queue };
  }
}
