/** `npm start`: the whole of Crossdock on this machine, with a real ERP beside it. */
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { chooseCloudPort } from './cloud/start-cloud.ts';
import { chooseErpPort } from './erp/start-erp.ts';
import { inSession } from './process/session.ts';
import { phase } from './progress.ts';
import { environmentOfStack, raiseStack } from './raise-stack.ts';
import { announceStack } from './running-stack.ts';
import { configure } from './story/configure.ts';
import { onboardConsumer } from './story/onboard-consumer.ts';

const { values: options } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    'cloud-port': { type: 'string', default: '4566' },
    'erp-port': { type: 'string', default: '8069' },
    'postgres-port': { type: 'string' },
  },
});
const portOf = (option: string | undefined) => (option === undefined ? undefined : Number(option));

process.exitCode = await inSession('start', async ({ supervisor, run, stayUp }) => {
  const say = console.log;
  const ports = {
    cloud: await chooseCloudPort(portOf(options['cloud-port'])),
    erp: await chooseErpPort(portOf(options['erp-port'])),
    postgres: portOf(options['postgres-port']),
  };
  await phase('Bundling the functions', say, () => bundle({ supervisor, run }));
  const stack = await raiseStack({ supervisor, run, say, ports });
  Object.assign(process.env, environmentOfStack(stack));
  announceStack(run, stack);
  const consumer = await phase(
    'Telling Crossdock where the ERP is; onboarding a consumer of the API',
    say,
    async () => {
      await configure(stack.outputs, stack.erp, 'main');
      return onboardConsumer(stack.outputs, 'planner-workbench');
    },
  );
  say(`\nAPI    ${consumer.baseUrl}\nERP    ${stack.erp.url}\nAWS    ${stack.cloud.endpoint}`);
  say(`\nTOKEN=${await consumer.token()}\nKEY=${consumer.apiKey}`);
  return options.once ? 0 : stayUp();
});
