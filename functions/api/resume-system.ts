import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { switchPorts } from '#adapters/system-ports.ts';
import { decisionOf } from '#api/answers/decision-of.ts';
import { switchedSystem } from '#api/answers/switched-system.ts';
import { apiOperation } from '#api/operation.ts';
import { resumeSystem as route } from '#api/routes/systems.ts';
import { getSystem, type SystemPorts } from '#platform/posting/read-systems.ts';
import { resumeSystem, type SwitchPorts } from '#platform/posting/switch-system.ts';

export const operation = (ports: SystemPorts & SwitchPorts) =>
  apiOperation(route, async ({ params: { systemId }, body }, context) => {
    const switched = await resumeSystem(ports, { systemId, ...decisionOf(context, body.reason), ...body });
    return switchedSystem(
      switched,
      context,
      ({ maintenance }) => maintenance === undefined,
      () => getSystem(ports, systemId),
    );
  });

export const handler = apiWriteHandler(operation(switchPorts()));
