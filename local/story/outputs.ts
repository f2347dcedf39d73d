import type { Outputs } from '../deploy.ts';

/** One of the stacks' outputs; throws a sentence when no stack has it. */
export function outputOf(outputs: Outputs, name: string): string {
  const value = outputs[name];
  if (value === undefined)
    throw new Error(`No stack has the output ${name}; there are ${Object.keys(outputs).join(', ')}.`);
  return value;
}
