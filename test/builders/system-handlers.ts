import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import * as getSystem from '#functions/api/get-system.ts';
import * as listSystems from '#functions/api/list-systems.ts';
import * as pauseSystem from '#functions/api/pause-system.ts';
import * as resumeSystem from '#functions/api/resume-system.ts';
import type { SystemPorts } from '#platform/posting/read-systems.ts';
import type { SwitchPorts } from '#platform/posting/switch-system.ts';

/** The handlers of the systems API on doubles. */
export const systemHandlers = (ports: SystemPorts & SwitchPorts, writing: WritePorts) => ({
  'list-systems': apiHandler(listSystems.operation(ports), writing.settings),
  'get-system': apiHandler(getSystem.operation(ports), writing.settings),
  'pause-system': apiWriteHandler(pauseSystem.operation(ports), writing),
  'resume-system': apiWriteHandler(resumeSystem.operation(ports), writing),
});
