import { Lazy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A queue with dead letters, as whoever looks after them must know it. */
export interface DeployedQueue {
  /** Without the environment's prefix and without `.fifo`. */
  readonly name: string;
  readonly fifo: boolean;
  /** The function that works it, by the name of its file; absent where nothing does. */
  consumer?: string;
}

const known = new WeakMap<IConstruct, DeployedQueue[]>();

/** Every work queue of an app, in the order they were made. Complete once all stacks are: read it lazily. */
export function workQueuesOf(scope: IConstruct): DeployedQueue[] {
  const app = scope.node.root;
  const queues = known.get(app) ?? [];
  known.set(app, queues);
  return queues;
}

/** The queues of an app as functions read them: `acknowledgements=apply-acknowledgement postings-tryton.fifo=…`. */
export const workQueuesInWords = (scope: IConstruct): string =>
  Lazy.string({
    produce: () =>
      workQueuesOf(scope)
        .map(({ name, fifo, consumer }) => `${name}${fifo ? '.fifo' : ''}${consumer ? `=${consumer}` : ''}`)
        .join(' '),
  });
