import type { SourceQueue } from '#platform/dead-letters/ports.ts';

/**
 * The queues of an environment as its stacks say them: `acknowledgements=apply-acknowledgement` for each, with `.fifo`
 * behind the name of those that keep an order, and no function where nothing works it. Throws for anything else.
 */
export function deployedQueues(text: string): readonly SourceQueue[] {
  return text.split(' ').map((entry) => {
    const [, name, fifo, consumer] = /^([a-z0-9-]+)(\.fifo)?(?:=([a-z0-9-]+))?$/.exec(entry) ?? [];
    if (name === undefined)
      throw new Error(`"${entry}" is no queue: DEAD_LETTER_QUEUES is what the stacks make`);
    return { name, fifo: fifo !== undefined, ...(consumer === undefined ? {} : { consumer }) };
  });
}

/** The name of a queue in AWS, and of its dead letters. */
export const physicalName = (prefix: string, { name, fifo }: SourceQueue, dead: '' | '-dead'): string =>
  `${prefix}-${name}${dead}${fifo ? '.fifo' : ''}`;
