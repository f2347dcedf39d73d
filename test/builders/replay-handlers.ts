import { apiHandler } from '#adapters/lambda/api-handler.ts';
import { apiWriteHandler, type WritePorts } from '#adapters/lambda/api-write-handler.ts';
import { memoryAuditLog } from '#adapters/memory/audit-log.ts';
import type { MemoryRecords } from '#adapters/memory/records.ts';
import * as cancelReplay from '#functions/api/cancel-replay.ts';
import * as getReplay from '#functions/api/get-replay.ts';
import * as listAuditEntries from '#functions/api/list-audit-entries.ts';
import * as listEventConsumers from '#functions/api/list-event-consumers.ts';
import * as listReplays from '#functions/api/list-replays.ts';
import * as previewReplay from '#functions/api/preview-replay.ts';
import * as startReplay from '#functions/api/start-replay.ts';
import type { PreviewPorts } from '#platform/replay/preview-replay.ts';

/** The handlers of replays and of the audit log on doubles. */
export function replayHandlers(
  ports: PreviewPorts & { readonly records: MemoryRecords },
  writing: WritePorts,
) {
  const { records } = ports;
  const { settings } = writing;
  return {
    'list-event-consumers': apiHandler(listEventConsumers.operation, settings),
    'preview-replay': apiWriteHandler(previewReplay.operation(ports), writing),
    'start-replay': apiWriteHandler(startReplay.operation(ports), writing),
    'list-replays': apiHandler(listReplays.operation(records), settings),
    'get-replay': apiHandler(getReplay.operation(records), settings),
    'cancel-replay': apiWriteHandler(cancelReplay.operation(ports), writing),
    'list-audit-entries': apiHandler(listAuditEntries.operation(memoryAuditLog(records)), settings),
  };
}
