export * from '#adapters/memory/records.ts';
