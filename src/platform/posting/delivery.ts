import type { Result } from '#core/kernel/result.ts';
import type { DocumentCapabilities, DocumentPort, SystemDocument } from './system-of-record.ts';

/** One document on its way into one system: what an attempt may do about it, whatever it is. */
export interface Delivery {
  readonly capabilities: DocumentCapabilities;
  createDraft(reference: string): Promise<Result<SystemDocument>>;
  findByReference(reference: string): Promise<Result<readonly SystemDocument[]>>;
  confirm(nativeId: string): Promise<Result<SystemDocument>>;
  discardDraft(nativeId: string): Promise<Result<void>>;
}

/**
 * Deliver a document through its port. A document that is a problem instead is refused with it when it would be
 * created, before any call; what an earlier attempt left of it in the system is looked up, settled or removed all
 * the same.
 */
export function deliver<Document>(port: DocumentPort<Document>, document: Result<Document>): Delivery {
  return {
    capabilities: port.capabilities,
    createDraft: async (reference) => (document.ok ? port.createDraft(document.value, reference) : document),
    findByReference: (reference) => port.findByReference(reference),
    confirm: async (nativeId) => (document.ok ? port.confirm(nativeId, document.value) : document),
    discardDraft: (nativeId) => port.discardDraft(nativeId),
  };
}
