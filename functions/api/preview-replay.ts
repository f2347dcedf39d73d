import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { choosePorts, rehearseEvent } from '#adapters/replay-ports.ts';
import { apiOperation } from '#api/operation.ts';
import { previewReplay as route } from '#api/routes/replays.ts';
import { systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import { type PreviewPorts, previewReplay } from '#platform/replay/preview-replay.ts';

export const operation = (ports: PreviewPorts) =>
  apiOperation(route, async ({ body }) => {
    const preview = await previewReplay(ports, body);
    if (!preview.ok) return preview;
    const { byEvent, first, rehearsed } = preview.value;
    return ok({
      ...preview.value,
      byEvent: [...byEvent],
      first: [...first],
      rehearsed: rehearsed.map(({ effects, ...would }) => ({ ...would, effects: [...effects] })),
    });
  });

export const handler = apiWriteHandler(
  operation({ ...choosePorts(), clock: systemClock, rehearse: rehearseEvent() }),
);
