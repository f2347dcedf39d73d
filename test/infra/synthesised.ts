import { rmSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks } from 'cdk-nag';
import { composeStacks } from '#lib/compose-stacks.ts';
import { type EnvironmentName, type EnvironmentOptions, environmentNamed } from '#lib/environments.ts';

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is arbitrary JSON; each test says what it expects of it.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
}

export interface Template {
  readonly stack: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly outputs: Readonly<Record<string, { readonly Export?: unknown }>>;
}

interface TemplateJson {
  readonly Resources: Template['resources'];
  readonly Outputs?: Template['outputs'];
}

const made = new Map<string, readonly Template[]>();

/** The templates of one environment, with the security rules on; made once for all test files (a worker keeps them). */
export function templatesOf(name: EnvironmentName, options: EnvironmentOptions = {}): readonly Template[] {
  const key = JSON.stringify([name, options]);
  const known = made.get(key);
  if (known) return known;
  const templates = synthesise(name, options).stacks.map(({ stackName, template }) => {
    const { Resources, Outputs = {} }: TemplateJson = template;
    return { stack: stackName, resources: Resources, outputs: Outputs };
  });
  made.set(key, templates);
  return templates;
}

/** Synthesise as `bin/app.ts` does; throws when a security rule finds something. */
function synthesise(name: EnvironmentName, options: EnvironmentOptions = {}): CloudAssembly {
  // Templates are looked at and never deployed: the bundles they name need not be copied, 400 MB each time.
  const app = new App({ analyticsReporting: false, context: { 'aws:cdk:disable-asset-staging': true } });
  composeStacks(app, environmentNamed(name, options));
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const assembly = app.synth();
  // Read once they stay in memory, and nothing stays on the disk.
  for (const stack of assembly.stacks) stack.template;
  rmSync(assembly.directory, { recursive: true });
  return assembly;
}

/** Every resource of a type in every stack, as `[stack/logical id, resource]`. */
export const resourcesOf = (
  templates: readonly Template[],
  type: string,
): readonly (readonly [string, Resource])[] =>
  templates.flatMap(({ stack, resources }) =>
    Object.entries(resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => [`${stack}/${id}`, resource] as const),
  );
