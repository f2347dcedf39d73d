import { CfnOutput, Duration, Fn } from 'aws-cdk-lib';
import { CfnApiKey, CfnUsagePlan, CfnUsagePlanKey } from 'aws-cdk-lib/aws-apigateway';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CfnUserPoolClient, OAuthScope, UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { deepLinks } from '../console/deep-links.ts';
import { securityHeaders } from '../console/security-headers.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { DataBucket } from '../constructs/data-bucket.ts';
import type { Environment } from '../environments.ts';
import { apiStage, gatewayAddress, issuerOf, signInAddress, signInDomain } from '../names.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** The console: its files and the API under one address, and the client with which people sign in to it. */
export class ConsoleStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'console', environment, 'Crossdock: the console, for people who sign in');
    const apiId = StringParameter.valueForStringParameter(this, this.names.apiParameter);
    const signIn = signInAddress(this, environment, signInDomain(this, this.names.peoplePool));
    const files = this.files();
    const distribution = this.distribution({
      files,
      api: this.apiOrigin(apiId, this.key(apiId)),
      signIn,
    });
    const url = this.addressOf(distribution);
    this.client(url, signIn);
    new CfnOutput(this, 'ConsoleUrl', { value: url });
    new CfnOutput(this, 'ConsoleBucketName', { value: files.bucketName });
    new CfnOutput(this, 'ConsoleDistributionId', { value: distribution.distributionId });
  }

  /** Where browsers find it. */
  private addressOf({ distributionDomainName }: Distribution): string {
    const { distributionsUnder, endpoint } = this.target;
    if (!distributionsUnder || !endpoint) return `https://${distributionDomainName}`;
    const label = Fn.select(0, Fn.split('.', distributionDomainName));
    return `http://${label}.${distributionsUnder}:${new URL(endpoint).port}`;
  }

  /** What everybody gets before signing in; no data of ours. */
  private files(): Bucket {
    const accessLogs = Bucket.fromBucketName(this, 'AccessLogs', this.names.accessLogsBucket);
    const { bucket } = new DataBucket(this, 'Files', {
      environment: this.target,
      name: this.names.consoleBucket,
      key: undefined,
      accessLogs,
      lifecycle: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
    acknowledge(
      bucket,
      'Annotation::@aws-cdk/aws-s3:accessLogsPolicyNotAdded',
      'The bucket of the logs lets the log delivery write for every bucket of the account.',
    );
    return bucket;
  }

  /** The key of the gateway that the distribution adds to what browsers ask: they hold none themselves. */
  private key(apiId: string): string {
    const secret = new Secret(this, 'Key', {
      description: 'API key of the console',
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
    });
    acknowledge(
      secret,
      'AwsSolutions-SMG4',
      'Gateway and distribution read it as they are deployed; it is replaced by deploying another secret.',
    );
    const value = secret.secretValue.unsafeUnwrap();
    const key = new CfnApiKey(this, 'ApiKey', { name: `${this.names.prefix}-console`, enabled: true, value });
    const plan = new CfnUsagePlan(this, 'PeoplePlan', {
      usagePlanName: this.names.peoplePlan,
      throttle: { rateLimit: 100, burstLimit: 200 },
      quota: { limit: 2_000_000, period: 'DAY' },
      apiStages: [{ apiId, stage: apiStage }],
    });
    new CfnUsagePlanKey(this, 'KeyOfPlan', { keyId: key.ref, keyType: 'API_KEY', usagePlanId: plan.ref });
    new CfnOutput(this, 'ConsoleApiKeyId', { value: key.ref });
    return value;
  }

  private apiOrigin(apiId: string, key: string): IOrigin {
    const { host, path: originPath } = gatewayAddress(this, this.target, apiId);
    const customHeaders = { 'x-api-key': key };
    if (!this.target.endpoint) return new HttpOrigin(host, { originPath, customHeaders });
    const [name = '', port] = host.split(':');
    return new HttpOrigin(name, {
      originPath,
      customHeaders,
      protocolPolicy: OriginProtocolPolicy.HTTP_ONLY,
      httpPort: Number(port),
    });
  }

  private distribution(to: {
    readonly files: Bucket;
    readonly api: IOrigin;
    readonly signIn: string;
  }): Distribution {
    const viewerProtocolPolicy = this.target.distributionsUnder
      ? ViewerProtocolPolicy.ALLOW_ALL
      : ViewerProtocolPolicy.REDIRECT_TO_HTTPS;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${this.names.prefix}: the console`,
      defaultRootObject: 'index.html',
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(to.files),
        viewerProtocolPolicy,
        compress: true,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: new ResponseHeadersPolicy(this, 'Headers', {
          responseHeadersPolicyName: `${this.names.prefix}-console`,
          securityHeadersBehavior: securityHeaders(to.signIn),
        }),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'DeepLinks', {
              functionName: `${this.names.prefix}-deep-links`,
              code: FunctionCode.fromInline(deepLinks),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: { '/v1/*': this.apiBehavior(to.api, viewerProtocolPolicy) },
    });
    this.accept(distribution);
    return distribution;
  }

  private apiBehavior(origin: IOrigin, viewerProtocolPolicy: ViewerProtocolPolicy): BehaviorOptions {
    return {
      origin,
      viewerProtocolPolicy,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // A compressed answer has a weaker ETag, and If-Match wants the one that was given.
      compress: false,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
  }

  private accept(distribution: Distribution): void {
    const accepted = {
      'AwsSolutions-CFR1': 'People travel; who may come in is decided by signing in.',
      'AwsSolutions-CFR2':
        'The files are public; the firewall stands before the gateway, which every other request reaches.',
      'AwsSolutions-CFR3': 'Requests for data are logged by the gateway, those for files by the bucket.',
      'AwsSolutions-CFR4':
        'It is served under the name that CloudFront gives it, with the certificate of that name.',
      ...(this.target.endpoint
        ? {
            'AwsSolutions-CFR5':
              'The embedded cloud speaks to itself over the loopback interface, without TLS.',
          }
        : {}),
    };
    for (const [rule, reason] of Object.entries(accepted)) acknowledge(distribution, rule, reason);
  }

  /** A public client: a browser keeps no secret, the code is bound to it by PKCE. */
  private client(url: string, signIn: string): void {
    const poolId = StringParameter.valueForStringParameter(this, this.names.peoplePoolParameter);
    const client = new UserPoolClient(this, 'Client', {
      userPool: UserPool.fromUserPoolId(this, 'People', poolId),
      userPoolClientName: 'console',
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [
          OAuthScope.OPENID,
          OAuthScope.PROFILE,
          OAuthScope.EMAIL,
          OAuthScope.custom('crossdock/console'),
        ],
        callbackUrls: [`${url}/signed-in`],
        logoutUrls: [`${url}/`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: this.target.accessTokensLast,
      idTokenValidity: this.target.accessTokensLast,
      // A working day; then one signs in again.
      refreshTokenValidity: Duration.hours(24),
    });
    // On the sign-in page and nowhere else: no flow in which somebody could try passwords by API.
    const resource = client.node.defaultChild;
    if (resource instanceof CfnUserPoolClient) resource.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
    new CfnOutput(this, 'ConsoleClientId', { value: client.userPoolClientId });
    new CfnOutput(this, 'PeopleSignIn', { value: signIn });
    new CfnOutput(this, 'PeopleIssuer', { value: issuerOf(this, poolId) });
  }
}
