/** `npm start`: the whole of Crossdock on this machine, with a real ERP beside it. */
import { parseArgs } from 'node:util';
import { startCloud } from './cloud/start-cloud.ts';
import { startErp } from './erp/start-erp.ts';
import { inSession } from './process/session.ts';
import { phase } from './progress.ts';

const { values: options } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    'cloud-port': { type: 'string', default: '4566' },
    'erp-port': { type: 'string', default: '8069' },
    'postgres-port': { type: 'string' },
  },
});

process.exitCode = await inSession('start', async ({ supervisor, run, stayUp }) => {
  const say = console.log;
  const cloud = await phase('Starting the embedded AWS', say, () =>
    startCloud({ supervisor, run, port: Number(options['cloud-port']) }),
  );
  const erp = await phase('Starting the ERP', say, () =>
    startErp({ supervisor, run, say, port: Number(options['erp-port']) }),
  );
  console.log(cloud.endpoint, erp.url, erp.user, erp.password, erp.admin);
  if (options.once) return 0;
  return stayUp();
});
