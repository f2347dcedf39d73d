#!/usr/bin/env node
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { composeStacks } from '#lib/compose-stacks.ts';
import { environmentNamed } from '#lib/environments.ts';

const app = new App();
const context = (key: string): string | undefined => app.node.tryGetContext(key) as string | undefined;
const environment = environmentNamed(context('environment') ?? 'dev', {
  endpoint: context('endpoint'),
  customerKey: context('customerKey') === undefined ? undefined : context('customerKey') === 'true',
});
composeStacks(app, environment);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
