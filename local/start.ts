/** `npm start`: the whole of Crossdock on this machine, with a real ERP beside it. */
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { chooseCloudPort } from './cloud/start-cloud.ts';
import { chooseErpPort } from './erp/start-erp.ts';
import { inSession } from './process/session.ts';
import { phase } from './progress.ts';
import { raiseStack } from './raise-stack.ts';
import { announceStack } from './running-stack.ts';

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
  announceStack(run, stack);
  say(`\nAPI    ${stack.outputs.ApiUrl}\nERP    ${stack.erp.url}\nAWS    ${stack.cloud.endpoint}`);
  return options.once ? 0 : stayUp();
});
