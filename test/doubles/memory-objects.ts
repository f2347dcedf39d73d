export * from '#adapters/memory/objects.ts';
