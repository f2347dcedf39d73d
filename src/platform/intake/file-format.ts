export interface FileFormat {
  readonly rows: 'csv' | 'ndjson';
  readonly compressedBy: 'gzip' | undefined;
}

/** What a file's name says of its content; undefined when it says nothing that is accepted. */
export function formatOf(fileName: string): FileFormat | undefined {
  const name = fileName.toLowerCase();
  if (name.endsWith('.csv')) return { rows: 'csv', compressedBy: undefined };
  if (name.endsWith('.csv.gz')) return { rows: 'csv', compressedBy: 'gzip' };
  if (name.endsWith('.ndjson')) return { rows: 'ndjson', compressedBy: undefined };
  return undefined;
}
