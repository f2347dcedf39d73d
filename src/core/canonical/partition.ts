/**
 * Which partition an item-location belongs to: FNV-1a over `item@location`. The same in every step, so that what
 * belongs together is in objects with the same number.
 */
export function partitionOf(itemId: string, locationId: string, partitions: number): number {
  let hash = 0x811c9dc5;
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  mix(itemId);
  mix('@');
  mix(locationId);
  return (hash >>> 0) % partitions;
}
