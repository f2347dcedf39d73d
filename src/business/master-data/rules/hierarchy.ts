import * as z from 'zod';

const DEEPEST = 8;
const withHierarchy = z.looseObject({ hierarchy: z.array(z.string()) });

/**
 * A hierarchy leads from the top group down to the item's own: no group lies under itself, and there are at most
 * eight. Asked before the schema, which would only say that the list is too long.
 */
export function hierarchyFaults(candidate: unknown): readonly string[] {
  const { hierarchy = [] } = withHierarchy.safeParse(candidate).data ?? {};
  const repeated = hierarchy.find((code, at) => hierarchy.indexOf(code) < at);
  if (repeated !== undefined) return [`cyclic hierarchy: group ${repeated} lies under itself`];
  if (hierarchy.length <= DEEPEST) return [];
  return [`hierarchy too deep: ${hierarchy.length} groups of at most ${DEEPEST}`];
}
