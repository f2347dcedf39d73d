import { exceptionSchema } from '#core/canonical/exception.ts';
import { page, resource } from './resource.ts';

export const exceptionResource = resource(exceptionSchema.shape);
export const exceptionPage = page(exceptionResource);
