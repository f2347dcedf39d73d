import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';

/**
 * What browsers are told about the console: everything comes from its own origin, nothing is put into a frame, and it
 * speaks to its own origin and to where people sign in.
 */
export function securityHeaders(signIn: string): ResponseSecurityHeadersBehavior {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': `'self' ${signIn}`,
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  const contentSecurityPolicy = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  const override = true;
  return {
    contentSecurityPolicy: { contentSecurityPolicy, override },
    contentTypeOptions: { override },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
    strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override },
  };
}
