import type { TrailStep } from '../../app/trail.tsx';

/** What stands above every record's page here. */
export const above: readonly TrailStep[] = [{ text: 'Documents and lineage', href: '/documents' }];
