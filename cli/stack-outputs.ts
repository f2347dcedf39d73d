import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** What the stacks of an environment say of themselves, all in one: `SettingsTableName`, `UserPoolId`, … */
export type StackOutputs = (name: string) => string;

const purposes = ['stateful', 'backbone', 'systems', 'workflows', 'operations', 'api', 'console'];

/** Reads the outputs of a deployed environment with the credentials of the shell. */
export async function stackOutputs(environment: string): Promise<StackOutputs> {
  const cloudFormation = new CloudFormationClient({});
  const outputs = new Map<string, string>();
  for (const purpose of purposes) {
    const StackName = `crossdock-${environment}-${purpose}`;
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName }));
    for (const { OutputKey, OutputValue } of Stacks?.[0]?.Outputs ?? []) {
      if (OutputKey && OutputValue) outputs.set(OutputKey, OutputValue);
    }
  }
  return (name) => {
    const value = outputs.get(name);
    if (value === undefined)
      throw new Error(
        `No stack of ${environment} has the output ${name}. Deploy it first: npx cdk deploy --all -c environment=${environment}`,
      );
    return value;
  };
}
