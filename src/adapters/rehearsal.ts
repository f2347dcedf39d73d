import type { CertificationPorts } from '#business/partners/certify-partner.ts';
import { type Clock, systemClock } from '#core/kernel/clock.ts';
import { certify } from '#edi/certification/certify.ts';
import { memoryObjects } from './memory/objects.ts';
import { memoryRecords } from './memory/records.ts';

/** Exchanges are rehearsed in memory: each case begins with nothing, and what happens in it is gone afterwards. */
export const rehearsal =
  (clock: Clock = systemClock): CertificationPorts['rehearse'] =>
  (agreement, version, samples) =>
    certify(
      () => ({ records: memoryRecords({ clock }), objects: memoryObjects(), clock }),
      agreement,
      version,
      samples,
    );
