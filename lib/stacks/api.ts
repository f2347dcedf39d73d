import { ArnFormat, CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  CfnRestApi,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  Period,
  ResponseType,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import {
  type IUserPool,
  ResourceServerScope,
  UserPool,
  UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { binaryMediaTypes, gatewayProblems, type Operation, operations, scopes } from '../api/contract.ts';
import { gatewayDefinition } from '../api/gateway-definition.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { firewall } from '../constructs/firewall.ts';
import type { Environment } from '../environments.ts';
import { apiStage, functionName, gatewayAddress } from '../names.ts';
import { CrossdockStack } from './crossdock-stack.ts';

/** The API: one gateway made from the contract in front of its functions, scopes of consumers, plans per tier. */
export class ApiStack extends CrossdockStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'api', environment, 'Crossdock: the API');
    const consumers = this.pool('Consumers', this.names.userPoolParameter);
    const people = this.pool('People', this.names.peoplePoolParameter);
    this.scopesOf(consumers);
    const api = this.gateway([consumers.userPoolArn, people.userPoolArn]);
    this.plans(api);
    if (environment.features.webFirewall) firewall(this, `${this.names.prefix}-api`, api);
    new StringParameter(this, 'ApiId', {
      parameterName: this.names.apiParameter,
      stringValue: api.restApiId,
    });
    const { host, path } = gatewayAddress(this, environment, api.restApiId);
    const protocol = environment.endpoint ? 'http' : 'https';
    new CfnOutput(this, 'ApiUrl', { value: `${protocol}://${host}${path}` });
    new CfnOutput(this, 'RestApiId', { value: api.restApiId });
  }

  private pool(id: string, parameter: string): IUserPool {
    return UserPool.fromUserPoolId(this, id, StringParameter.valueForStringParameter(this, parameter));
  }

  private scopesOf(userPool: IUserPool): void {
    new UserPoolResourceServer(this, 'Scopes', {
      userPool,
      identifier: 'crossdock',
      scopes: Object.entries(scopes).map(
        ([name, description]) =>
          new ResourceServerScope({
            scopeName: name.replace(/^crossdock\//, ''),
            scopeDescription: description,
          }),
      ),
    });
  }

  private gateway(userPoolArns: readonly string[]): SpecRestApi {
    const arnOf = ({ operationId }: Operation): string =>
      this.formatArn({
        service: 'apigateway',
        account: 'lambda',
        resource: 'path/2015-03-31/functions',
        resourceName: `${this.functionOf(operationId).functionArn}/invocations`,
      });
    const api = new SpecRestApi(this, 'Api', {
      restApiName: `${this.names.prefix}-api`,
      apiDefinition: ApiDefinition.fromInline(
        gatewayDefinition(operations, {
          title: `${this.names.prefix}-api`,
          userPoolArns,
          integrationOf: arnOf,
        }),
      ),
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: this.target.features.apiAccessLogs,
      deployOptions: {
        stageName: apiStage,
        tracingEnabled: true,
        metricsEnabled: true,
        throttlingRateLimit: 500,
        throttlingBurstLimit: 1000,
        ...(this.target.features.apiAccessLogs ? this.accessLogs() : {}),
      },
    });
    // Said beside the definition too: an update of one without the other would take them away.
    const rest = api.node.defaultChild;
    if (rest instanceof CfnRestApi) rest.binaryMediaTypes = [...binaryMediaTypes];
    this.refusals(api);
    for (const { operationId } of operations) this.letCall(api, operationId);
    acknowledge(
      api,
      'CloudFormation-Validate::W3660',
      'The refusals of the gateway stand beside its body, because the embedded cloud reads them only there.',
    );
    acknowledge(
      api,
      'AwsSolutions-APIG2',
      'Requests are validated strictly by the functions, which know the schemas and answer with every fault.',
    );
    acknowledge(
      api,
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      'API Gateway writes its logs with the role AWS manages for it.',
    );
    if (!this.target.features.apiAccessLogs) {
      acknowledge(
        api,
        'AwsSolutions-APIG1',
        'The embedded cloud keeps no access logs; every other environment does.',
      );
      acknowledge(
        api,
        'AwsSolutions-APIG6',
        'The embedded cloud keeps no access logs; every other environment does.',
      );
    }
    acknowledge(
      api,
      'AwsSolutions-APIG3',
      'The firewall is associated with the stage where the environment has one.',
    );
    acknowledge(
      api,
      'AwsSolutions-APIG4',
      'Every operation but health and the contract itself demands a token; those two are public by design.',
    );
    acknowledge(
      api,
      'AwsSolutions-COG4',
      'Every operation but health and the contract itself demands a token; those two are public by design.',
    );
    return api;
  }

  /** What the gateway refuses by itself is a problem like any other, with its request id as correlation id. */
  private refusals(api: SpecRestApi): void {
    // A value that begins with $ is one of the gateway's own; anything else is said as it is.
    const mapped = (value: string): string => (value.startsWith('$') ? value.slice(1) : `'${value}'`);
    for (const [type, { status, headers, body }] of Object.entries(gatewayProblems)) {
      api.addGatewayResponse(`Refusal${type}`, {
        type: ResponseType.of(type),
        statusCode: String(status),
        responseHeaders: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, mapped(value)]),
        ),
        templates: { 'application/json': body },
      });
    }
  }

  private accessLogs() {
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/apigateway/${this.names.prefix}`,
      retention: this.target.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return {
      accessLogDestination: new LogGroupLogDestination(logs),
      accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
      loggingLevel: MethodLoggingLevel.ERROR,
    };
  }

  /** A function of the stacks of the API's parts, by its name. */
  private functionOf(operationId: string): IFunction {
    const functionArn = this.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: functionName(this.target, operationId),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const id = `On${operationId}`;
    const known = this.node.tryFindChild(id) as IFunction | undefined;
    return known ?? LambdaFunction.fromFunctionAttributes(this, id, { functionArn, sameEnvironment: true });
  }

  private letCall(api: SpecRestApi, operationId: string): void {
    this.functionOf(operationId).addPermission(`Gateway${operationId}`, {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.formatArn({
        service: 'execute-api',
        resource: api.restApiId,
        resourceName: '*',
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    });
  }

  private plans(api: SpecRestApi): void {
    const plan = (tier: string, name: string, perSecond: number, perDay: number): void => {
      const made = api.addUsagePlan(`${tier}Plan`, {
        name,
        throttle: { rateLimit: perSecond, burstLimit: perSecond * 2 },
        quota: { limit: perDay, period: Period.DAY },
        apiStages: [{ api, stage: api.deploymentStage }],
      });
      new CfnOutput(this, `${tier}UsagePlanId`, { value: made.usagePlanId });
    };
    plan('Standard', this.names.standardPlan, 20, 200_000);
    plan('Critical', this.names.criticalPlan, 200, 2_000_000);
  }
}
