import type { AnswerOf } from '../route.ts';
import type * as routes from '../routes/master-data.ts';
import { provenance, stored } from './stored.ts';

const item: AnswerOf<typeof routes.getItem> = {
  id: 'item-104',
  description: 'Hex bolt M8 x 40, zinc plated',
  status: 'active',
  hierarchy: ['fasteners', 'bolts', 'hex-bolts'],
  baseUnit: 'EA',
  packs: [{ unit: 'XCS', holds: '48', gtin: '04012345678901' }],
  identifiers: [{ scheme: 'tryton:product', value: '104' }],
  provenance,
  ...stored,
};

const location: AnswerOf<typeof routes.getLocation> = {
  id: 'loc-hamburg',
  name: 'Hamburg distribution center',
  kind: 'distribution_center',
  status: 'active',
  region: 'north',
  company: 'main',
  receivingDays: [1, 2, 3, 4, 5],
  dockToStockDays: 1,
  identifiers: [{ scheme: 'tryton:warehouse', value: '3' }],
  provenance,
  ...stored,
};

const supplier: AnswerOf<typeof routes.getSupplier> = {
  id: 'sup-nordbolt',
  name: 'Nordbolt GmbH',
  status: 'active',
  currency: 'EUR',
  workingDays: [1, 2, 3, 4, 5],
  orderDays: [1, 3],
  orderCutOff: '14:00',
  identifiers: [{ scheme: 'tryton:party', value: '12' }],
  provenance,
  ...stored,
};

export const masterDataExamples = {
  'list-items': { answer: { entries: [item], nextCursor: 'eyJrIjoiaXRlbS0xMDQifQ' } },
  'get-item': { answer: item },
  'list-locations': { answer: { entries: [location] } },
  'get-location': { answer: location },
  'list-suppliers': { answer: { entries: [supplier] } },
  'get-supplier': { answer: supplier },
};
