import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { systemPorts } from '#adapters/system-ports.ts';
import { apiOperation } from '#api/operation.ts';
import { listSystems as route } from '#api/routes/systems.ts';
import { ok } from '#core/kernel/result.ts';
import { listSystems, type SystemPorts } from '#platform/posting/read-systems.ts';

export const operation = (ports: SystemPorts) =>
  apiOperation(route, async () => ok({ entries: [...(await listSystems(ports))] }));

export const handler = apiHandler(operation(systemPorts()));
