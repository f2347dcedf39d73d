import type { StackOutputs } from '../stack-outputs.ts';

/** The deployed Crossdock that a command is about, and where it says what it did. */
export interface Deployment {
  environment(): string;
  outputs(): Promise<StackOutputs>;
  print(text: string): void;
}
