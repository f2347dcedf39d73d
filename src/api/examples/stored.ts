import type { Provenance } from '#core/canonical/provenance.ts';

export const stored = {
  version: 3,
  updatedAt: '2026-11-20T06:15:00.000Z',
  correlationId: 'cor-7f0c2a7e-2f6b-4f0e-9a57-0d2f2f1f3c11',
};

export const provenance: Provenance = {
  system: 'tryton',
  sourceVersion: '2026-11-19T17:02:11.000Z',
  receivedAt: '2026-11-20T06:15:00.000Z',
};
