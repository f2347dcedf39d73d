import type { PasswordPolicy } from 'aws-cdk-lib/aws-cognito';

/** What every pool asks of a password. */
export const passwordPolicy: PasswordPolicy = {
  minLength: 14,
  requireDigits: true,
  requireLowercase: true,
  requireUppercase: true,
  requireSymbols: true,
};
