import { exchangePorts } from '#adapters/exchange-ports.ts';
import { count } from '#adapters/lambda/metrics.ts';
import { queueHandler } from '#adapters/lambda/queue-handler.ts';
import type { TaskContext } from '#adapters/lambda/task-handler.ts';
import { correlationIdSchema } from '#core/kernel/correlation.ts';
import { isRetryable } from '#core/kernel/problem.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { mailboxOf } from '#edi/exchange/identify.ts';
import type { ExchangePorts } from '#edi/exchange/ports.ts';
import { type ReceivedFile, receiveInterchange } from '#edi/exchange/receive-interchange.ts';
import { dropId, keepDocument } from '#platform/intake/keep-document.ts';
import { dropOf, type ObjectCreated, objectCreatedSchema } from '#platform/intake/object-created.ts';

type Context = Pick<TaskContext, 'correlationId' | 'logger'>;
type Received = ReceivedFile | { readonly ignored: string } | { readonly notKept: string };

/** A file in a partner's mailbox → kept unchanged → read, acknowledged. One that is gone stays so: logged, counted. */
export const receive =
  (ports: ExchangePorts) =>
  async (event: ObjectCreated, context: Context): Promise<Result<Received>> => {
    const { key } = event.detail.object;
    const mailbox = mailboxOf(key);
    if (mailbox === undefined || key.endsWith('/')) return ok({ ignored: key });
    const metadata = await ports.objects.metadata('landing', key);
    const given = correlationIdSchema.safeParse(metadata?.['correlation-id']);
    const asked = given.success ? given.data : context.correlationId;
    const drop = dropOf(event);
    const arrival = {
      kind: 'edi-interchange',
      key,
      drop,
      from: `partner ${mailbox}`,
      correlationId: asked,
    } as const;
    const kept = await keepDocument(ports, arrival);
    if (!kept.ok) {
      const { code, detail } = kept.problem;
      if (isRetryable(kept.problem)) return kept;
      context.logger.error('document not kept', { problem: { code, detail }, key });
      count('PartnerFilesNotKept');
      return ok({ notKept: code });
    }
    const { document, correlationId } = kept.value;
    const received = await receiveInterchange(ports, {
      document,
      key,
      arrival: dropId(arrival),
      correlationId,
    });
    if (!received.ok) return received;
    context.logger.info('interchanges received', { documentId: document.id, counts: received.value });
    if (received.value.quarantined > 0) count('InterchangesQuarantined', received.value.quarantined);
    return received;
  };

export const handler = queueHandler(objectCreatedSchema, (event, context) =>
  receive(exchangePorts())(event, context),
);
