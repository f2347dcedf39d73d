export function tellingLines(log: string): string;
