import { answerDry } from './dry-run/aws-calls.ts';
import { dryRun } from './dry-run/dry-run.ts';

/** What every client of the AWS SDK has, as far as it matters here. */
interface SdkClient {
  readonly middlewareStack: {
    add(
      middleware: (
        next: (args: Args) => Promise<Answer>,
        context: Context,
      ) => (args: Args) => Promise<Answer>,
      options: { readonly step: 'initialize'; readonly name: string; readonly priority: 'high' },
    ): void;
  };
}
interface Args {
  readonly input: object;
}
interface Answer {
  readonly response: unknown;
  readonly output: object;
}
interface Context {
  readonly commandName?: string;
}

/**
 * A client of an AWS service, the only way in which adapters make one: in a dry run it lets reads through, and notes
 * what would be written instead of writing it.
 */
export function awsClient<C extends SdkClient>(client: C): C {
  client.middlewareStack.add(
    (next, { commandName = 'Unknown' }) =>
      async (args) => {
        const dry = dryRun();
        if (!dry) return next(args);
        let response: unknown = {};
        const go = async (input: object = args.input): Promise<object> => {
          const answer = await next({ ...args, input });
          response = answer.response;
          return answer.output;
        };
        const output = await answerDry(dry, commandName, { input: { ...args.input }, go });
        return { output: asObject(output), response };
      },
    { step: 'initialize', name: 'dryRun', priority: 'high' },
  );
  return client;
}

const asObject = (answer: unknown): object => (typeof answer === 'object' && answer !== null ? answer : {});
