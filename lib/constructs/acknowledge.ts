import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accept one finding of the security rules on one construct, with the reason why it is right here. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}
