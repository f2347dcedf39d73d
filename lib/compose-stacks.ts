import type { App } from 'aws-cdk-lib';
import { apiParts } from './api/placement.ts';
import type { Environment } from './environments.ts';
import { ApiStack } from './stacks/api.ts';
import { ApiFunctionsStack } from './stacks/api-functions.ts';
import { BackboneStack } from './stacks/backbone.ts';
import { ConsoleStack } from './stacks/console.ts';
import { IntakeStack } from './stacks/intake.ts';
import { MeasuresStack } from './stacks/measures.ts';
import { ObservabilityStack } from './stacks/observability.ts';
import { OperationsStack } from './stacks/operations.ts';
import { StatefulStack } from './stacks/stateful.ts';
import { SuppliersStack } from './stacks/suppliers.ts';
import { SystemsStack } from './stacks/systems.ts';
import { WorkflowsStack } from './stacks/workflows.ts';

/** Every stack of one environment, in the order in which a first deploy needs them. */
export function composeStacks(app: App, environment: Environment): void {
  const stateful = new StatefulStack(app, environment);
  const backbone = new BackboneStack(app, environment);
  backbone.addStackDependency(stateful, 'The relay reads the stream of the records table.');
  const api = new ApiStack(app, environment);
  for (const part of apiParts) {
    const functions = new ApiFunctionsStack(app, environment, part);
    functions.addStackDependency(backbone, 'Alarms need their topic.');
    api.addStackDependency(functions, 'The gateway is allowed to call functions that are there.');
  }
  const site = new ConsoleStack(app, environment);
  site.addStackDependency(api, 'The distribution stands before the gateway, and has a key of it.');
  const purposes = [
    IntakeStack,
    WorkflowsStack,
    SystemsStack,
    SuppliersStack,
    OperationsStack,
    MeasuresStack,
    ObservabilityStack,
  ];
  for (const Purpose of purposes) {
    new Purpose(app, environment).addStackDependency(
      backbone,
      'Rules need the bus, alarms need their topic.',
    );
  }
}
