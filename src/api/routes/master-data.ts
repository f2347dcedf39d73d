import * as z from 'zod';
import { idSchema } from '#core/kernel/identifiers.ts';
import * as resources from '../resources/master-data.ts';
import { pageQuery } from '../resources/resource.ts';
import { readRoute } from '../route.ts';

export const listItems = readRoute({
  operationId: 'list-items',
  path: '/v1/items',
  tag: 'Items',
  summary: 'List items by id',
  scope: 'items.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of items', schema: resources.itemPage },
});

export const getItem = readRoute({
  operationId: 'get-item',
  path: '/v1/items/{itemId}',
  tag: 'Items',
  summary: 'Get one item',
  scope: 'items.read',
  params: z.strictObject({ itemId: idSchema }),
  answer: { description: 'The item', schema: resources.itemResource, etag: true },
});

export const listLocations = readRoute({
  operationId: 'list-locations',
  path: '/v1/locations',
  tag: 'Locations',
  summary: 'List locations by id',
  scope: 'locations.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of locations', schema: resources.locationPage },
});

export const getLocation = readRoute({
  operationId: 'get-location',
  path: '/v1/locations/{locationId}',
  tag: 'Locations',
  summary: 'Get one location',
  scope: 'locations.read',
  params: z.strictObject({ locationId: idSchema }),
  answer: { description: 'The location', schema: resources.locationResource, etag: true },
});

export const listSuppliers = readRoute({
  operationId: 'list-suppliers',
  path: '/v1/suppliers',
  tag: 'Suppliers',
  summary: 'List suppliers by id',
  scope: 'suppliers.read',
  query: z.strictObject(pageQuery),
  answer: { description: 'A page of suppliers', schema: resources.supplierPage },
});

export const getSupplier = readRoute({
  operationId: 'get-supplier',
  path: '/v1/suppliers/{supplierId}',
  tag: 'Suppliers',
  summary: 'Get one supplier',
  scope: 'suppliers.read',
  params: z.strictObject({ supplierId: idSchema }),
  answer: { description: 'The supplier', schema: resources.supplierResource, etag: true },
});
