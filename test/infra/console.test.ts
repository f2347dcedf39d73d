import { describe, expect, it } from 'vitest';
import { roles } from '#api/roles.ts';
import { deepLinks } from '#lib/console/deep-links.ts';
import { resourcesOf, templatesOf } from './synthesised.ts';

const prod = templatesOf('prod');
const the = (type: string, templates = prod) => {
  const found = resourcesOf(templates, type);
  expect(found.length, type).toBe(1);
  return found[0]?.[1].Properties;
};
const distribution = (templates = prod) => the('AWS::CloudFront::Distribution', templates).DistributionConfig;
const peoplePool = (templates = prod) =>
  resourcesOf(templates, 'AWS::Cognito::UserPool').find(([id]) => id.includes('People'))?.[1].Properties;

describe('people', () => {
  it('[G3] every role is a group of the pool of people, and every group a role', () => {
    const groups = resourcesOf(prod, 'AWS::Cognito::UserPoolGroup').map(
      ([, { Properties }]) => Properties.GroupName,
    );
    expect(groups.sort()).toEqual([...roles].sort());
  });

  it('[G3] nobody signs up alone, and whoever signs in to prod needs a second factor', () => {
    expect(peoplePool()).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
    expect(peoplePool(templatesOf('dev')).MfaConfiguration).toBe('OPTIONAL');
  });

  it('[G3] the scope of people is in their pool alone, and it is the only one there', () => {
    const servers = resourcesOf(prod, 'AWS::Cognito::UserPoolResourceServer');
    const scopes = servers.map(([, { Properties }]) =>
      Properties.Scopes.map(({ ScopeName = '' }) => ScopeName),
    );
    expect(scopes.filter((names) => names.includes('console'))).toEqual([['console']]);
  });

  it('[G3] the console keeps no secret, gets a code for its own address only, and tokens for half an hour', () => {
    const client = the('AWS::Cognito::UserPoolClient');
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthScopes: ['openid', 'profile', 'email', 'crossdock/console'],
      AccessTokenValidity: 30,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
    const [callback, ...others] = client.CallbackURLs.map((url: object) => JSON.stringify(url));
    expect(callback).toMatch(/"https:\/\/",.*"DomainName".*"\/signed-in"/);
    expect(others).toEqual([]);
  });

  it('[A5] the gateway lets in tokens of both pools', () => {
    const { components } = the('AWS::ApiGateway::RestApi').Body;
    expect(components.securitySchemes.consumer['x-amazon-apigateway-authorizer'].providerARNs).toHaveLength(
      2,
    );
  });
});

describe('the distribution', () => {
  it('[A4] serves the API under /v1/ with nothing kept and every header handed on, and files for the rest', () => {
    const { CacheBehaviors, DefaultCacheBehavior } = distribution();
    expect(CacheBehaviors).toMatchObject([
      {
        PathPattern: '/v1/*',
        // AWS's own: caching disabled; all of the viewer's headers but its host.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'redirect-to-https',
      },
    ]);
    expect(DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'redirect-to-https' });
    expect(DefaultCacheBehavior.FunctionAssociations).toHaveLength(1);
  });

  it('[G3] reads the bucket as itself and nobody else does; the key of the gateway stands in no template', () => {
    const origins = distribution().Origins;
    expect(origins[0].OriginAccessControlId).toBeDefined();
    const [header] = origins[1].OriginCustomHeaders;
    expect(header.HeaderName).toBe('x-api-key');
    expect(JSON.stringify(header.HeaderValue)).toContain('{{resolve:secretsmanager:');
    expect(origins[1]).toMatchObject({
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
      OriginPath: '/live',
    });
    const policies = resourcesOf(prod, 'AWS::S3::BucketPolicy').find(([id]) => id.includes('console'))?.[1];
    const allowed = policies?.Properties.PolicyDocument.Statement.filter(
      ({ Effect = '' }) => Effect === 'Allow',
    );
    expect(allowed).toMatchObject([
      { Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
    expect(JSON.stringify(allowed[0].Condition)).toContain('AWS:SourceArn');
  });

  it('[G3] tells browsers to load from its own address only, and to speak to the sign-in page besides', () => {
    const { SecurityHeadersConfig } = the(
      'AWS::CloudFront::ResponseHeadersPolicy',
    ).ResponseHeadersPolicyConfig;
    const csp = JSON.stringify(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy);
    expect(csp).toContain("default-src 'none'; script-src 'self'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toMatch(/connect-src 'self' https:\/\/crossdock-prod-people-.*amazoncognito\.com;/);
    expect(csp).not.toContain('unsafe-eval');
    expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(63_072_000);
  });

  it.each([
    ['/', '/index.html'],
    ['/exceptions/exc-1', '/index.html'],
    ['/orders/po.1', '/index.html'],
    ['/assets/index-4f3a.js', '/assets/index-4f3a.js'],
    ['/assets/nothing', '/assets/nothing'],
    ['/config.json', '/config.json'],
    ['/crossdock.svg', '/crossdock.svg'],
  ])('[A4] what is asked of %s is answered with %s', (asked, answered) => {
    const handler = new Function(`${deepLinks} return handler;`)();
    expect(handler({ request: { uri: asked } })).toEqual({ uri: answered });
  });
});
