import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '#local/bootstrap/places.mjs';
import { openRunFolder } from '#local/process/run-folder.ts';
import { createSupervisor } from '#local/process/supervisor.ts';
import { redeploy } from '#local/redeploy.ts';

const supervisor = createSupervisor();
const run = openRunFolder('dev');
afterAll(async () => {
  await supervisor.stopAll();
  run.close();
});

const api: string = JSON.parse(readFileSync(process.env.CROSSDOCK_OUTPUTS ?? '', 'utf8')).ApiUrl;
const health = async (): Promise<unknown> => (await fetch(`${api}/v1/health`)).json();

test('[G2] a changed function answers in its new way within seconds', async () => {
  const name = 'crossdock-local-get-health';
  const deployed = join(ROOT, 'dist', 'functions', 'api', 'get-health');
  const edited = join(run.data, 'get-health');
  cpSync(deployed, edited, { recursive: true });
  const code = readFileSync(join(edited, 'index.mjs'), 'utf8');
  writeFileSync(join(edited, 'index.mjs'), code.replace('status:"ok",environment:', '$&"edited-"+'));

  expect(await health()).toMatchObject({ environment: 'local' });
  const began = Date.now();
  try {
    await redeploy({ supervisor, run }, { name, folder: edited });
    expect(await health()).toMatchObject({ environment: 'edited-local' });
    expect(Date.now() - began).toBeLessThan(5_000);
  } finally {
    await redeploy({ supervisor, run }, { name, folder: deployed });
  }
  expect(await health()).toMatchObject({ environment: 'local' });
});
