import { itemSchema } from '#core/canonical/item.ts';
import { locationSchema } from '#core/canonical/location.ts';
import { supplierSchema } from '#core/canonical/supplier.ts';
import { page, resource } from './resource.ts';

export const itemResource = resource(itemSchema.shape);
export const itemPage = page(itemResource);

export const locationResource = resource(locationSchema.shape);
export const locationPage = page(locationResource);

export const supplierResource = resource(supplierSchema.shape);
export const supplierPage = page(supplierResource);
