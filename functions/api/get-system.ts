import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { systemPorts } from '#adapters/system-ports.ts';
import { apiOperation } from '#api/operation.ts';
import { getSystem as route } from '#api/routes/systems.ts';
import { ok } from '#core/kernel/result.ts';
import { getSystem, type SystemPorts, seenPosting, waitingPostings } from '#platform/posting/read-systems.ts';

export const operation = (ports: SystemPorts) =>
  apiOperation(route, async ({ params: { systemId } }) => {
    const system = await getSystem(ports, systemId);
    if (!system.ok) return system;
    const postings = await waitingPostings(ports, systemId);
    return ok({ ...system.value, postings: postings.map(seenPosting) });
  });

export const handler = apiHandler(operation(systemPorts()));
