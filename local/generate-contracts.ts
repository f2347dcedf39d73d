import { mkdir, writeFile } from 'node:fs/promises';
import { openapi } from './contracts/openapi.ts';

await mkdir('contracts', { recursive: true });
await writeFile('contracts/openapi.json', `${JSON.stringify(openapi(), null, 2)}\n`);
