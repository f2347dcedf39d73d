import { apiWriteHandler } from '#adapters/lambda/api-write-handler.ts';
import { choosePorts } from '#adapters/replay-ports.ts';
import { apiOperation } from '#api/operation.ts';
import { previewReplay as route } from '#api/routes/replays.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import { ok } from '#core/kernel/result.ts';
import type { ChoosePorts } from '#platform/replay/ports.ts';
import { previewReplay } from '#platform/replay/preview-replay.ts';

export const operation = (ports: ChoosePorts & { readonly clock: Clock }) =>
  apiOperation(route, async ({ body }) => {
    const preview = await previewReplay(ports, body);
    if (!preview.ok) return preview;
    const { byEvent, first } = preview.value;
    return ok({ ...preview.value, byEvent: [...byEvent], first: [...first] });
  });

export const handler = apiWriteHandler(operation({ ...choosePorts(), clock: systemClock }));
