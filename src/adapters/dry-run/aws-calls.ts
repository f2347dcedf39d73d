/** What each call of AWS means in a dry run: reads go through, writes are noted and answered. */
import type { AwsCall, DryAnswer } from './aws-call.ts';
import { type DryRun, noteEffect } from './dry-run.ts';
import { itemCalls } from './item-calls.ts';
import { objectCalls } from './object-calls.ts';

/** Commands whose name begins so change nothing. Receiving a message hides it from others: it is none of them. */
const reads = /^(Get|Query|BatchGet|List|Describe|Head)[A-Z]/;

const messages: Readonly<Record<string, DryAnswer>> = {
  SendMessageCommand: async (dry, { input }) => {
    noteEffect(dry, 'send a message', `to ${lastPart(input.QueueUrl)}`);
    return { MessageId: 'dry-run' };
  },
  StartExecutionCommand: async (dry, { input }) => {
    noteEffect(dry, 'start the workflow', `${lastPart(input.stateMachineArn)} as ${String(input.name)}`);
    return { executionArn: 'dry-run', startDate: new Date(0) };
  },
  SendTaskSuccessCommand: async (dry) => {
    noteEffect(dry, 'wake', 'the step of a workflow that waits');
    return {};
  },
};

const known: Readonly<Record<string, DryAnswer>> = { ...itemCalls, ...objectCalls, ...messages };

/** The answer to a call in a dry run. A change that nobody described is noted by its name and answered with nothing. */
export async function answerDry(dry: DryRun, command: string, call: AwsCall): Promise<unknown> {
  const answer = known[command];
  if (answer) return answer(dry, call);
  if (reads.test(command)) return call.go();
  noteEffect(dry, 'call', command.replace(/Command$/, ''));
  return {};
}

const lastPart = (path: unknown): string => /[^/:]*$/.exec(String(path))?.[0] ?? '';
