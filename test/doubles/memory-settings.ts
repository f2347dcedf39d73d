export * from '#adapters/memory/settings.ts';
