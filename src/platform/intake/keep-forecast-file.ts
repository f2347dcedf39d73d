import type { Document } from '#core/canonical/document.ts';
import { derivedId } from '#core/kernel/identifiers.ts';
import type { Result } from '#core/kernel/result.ts';
import { type Arrival, type KeepPorts, type KeptDocument, keepDocument } from './keep-document.ts';
import type { ReleaseWorkflow } from './ports.ts';

export interface KeepForecastPorts extends KeepPorts {
  readonly workflow: ReleaseWorkflow;
}

/**
 * Keep a dropped forecast file and set it to work.
 * 1. Keep it unchanged, once by its content.
 * 2. Start its workflow by name, unless the document is done with. After a crash the next delivery of this drop
 *    starts it; after a workflow that failed for good the next drop does. Its steps do nothing twice.
 *
 * Problems: as for keeping a document.
 */
export async function keepForecastFile(
  ports: KeepForecastPorts,
  arrival: Omit<Arrival, 'kind'>,
): Promise<Result<KeptDocument>> {
  const kept = await keepDocument(ports, { ...arrival, kind: 'forecast-file' });
  if (!kept.ok) return kept;
  const { documentId, correlationId, document } = kept.value;
  if (document.state === 'received' || document.state === 'in_progress') {
    await ports.workflow.start(startName(document), { documentId, correlationId });
  }
  return kept;
}

/** The release's id; a later drop of what is still not done with starts afresh under a name of its own. */
const startName = ({ id, arrivals }: Document): string =>
  arrivals === 1 ? derivedId('fr', id) : `${derivedId('fr', id)}-${arrivals}`;
