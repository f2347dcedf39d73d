import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { type ReactNode, useMemo, useState } from 'react';
import type { Answer } from '#contracts/client.ts';
import { Empty } from './empty.tsx';
import { Problem } from './problem.tsx';
import { countText } from './table-counts.ts';
import { type PageOf, usePages } from './use-pages.ts';

/** A column: what stands in it, and for screen readers which one names the row. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly width?: number;
  readonly minWidth?: number;
  readonly isRowHeader?: boolean;
}

interface ResourceTableProps<T> {
  /** What the rows are, in the plural: `exceptions`. */
  readonly things: string;
  readonly title?: string;
  readonly description?: ReactNode;
  /** Names the list in the cache, with everything that it depends on. */
  readonly queryKey: readonly unknown[];
  /** One call of the API: `(cursor) => api.listPartners({ limit: 50, ...(cursor && { cursor }) })`. */
  readonly fetchPage: (cursor: string | undefined) => Promise<Answer<PageOf<T>>>;
  readonly columns: readonly Column<T>[];
  readonly idOf: (row: T) => string;
  /** What a row is called where it is chosen. */
  readonly nameOf: (row: T) => string;
  /** A `FilterBar`, say. */
  readonly filters?: ReactNode;
  /** What the API cannot filter by: done on what is loaded, and said so. */
  readonly matches?: ((row: T) => boolean) | undefined;
  /** Buttons for the chosen rows; makes rows selectable. Call `clear` when done. */
  readonly bulk?: (chosen: readonly T[], clear: () => void) => ReactNode;
  readonly selectable?: (row: T) => boolean;
  readonly actions?: ReactNode;
  readonly empty: { readonly title: string; readonly hint?: string; readonly action?: ReactNode };
  /** Milliseconds between two looks; ten seconds unless said otherwise. */
  readonly interval?: number;
}

/** A list of the API as a table: cursor paging, fresh by itself, with filters, selection, and words for nothing. */
export function ResourceTable<T>(props: ResourceTableProps<T>) {
  const { things, columns, idOf, nameOf, matches, bulk, selectable, empty } = props;
  const list = usePages(props.queryKey, props.fetchPage, props.interval);
  const rows = useMemo(() => (matches ? list.rows.filter(matches) : list.rows), [list.rows, matches]);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter((row) => chosenIds.has(idOf(row)));
  const counts = {
    things,
    shown: rows.length,
    loaded: list.rows.length,
    more: list.hasNextPage,
    filtered: matches !== undefined,
  };
  const said = countText(counts);
  return (
    <SpaceBetween size="s">
      {list.error && <Problem error={list.error} />}
      <Table<T>
        items={rows}
        columnDefinitions={columns.map(columnDefinition)}
        trackBy={idOf}
        loading={list.isPending && !list.error}
        loadingText={`Loading ${things}…`}
        stickyHeader
        resizableColumns={false}
        wrapLines
        contentDensity="compact"
        enableKeyboardNavigation
        {...(bulk && {
          selectionType: 'multi' as const,
          selectedItems: chosen,
          onSelectionChange: ({ detail }) => setChosenIds(new Set(detail.selectedItems.map(idOf))),
          isItemDisabled: (row: T) => (selectable ? !selectable(row) : false),
        })}
        ariaLabels={{
          tableLabel: props.title ?? things,
          selectionGroupLabel: `Choose ${things}`,
          allItemsSelectionLabel: () => `Choose all ${things} shown`,
          itemSelectionLabel: (_all, row) => `Choose ${nameOf(row)}`,
        }}
        renderAriaLive={() => said}
        header={
          <Header
            counter={list.data ? `(${rows.length}${list.hasNextPage && !matches ? '+' : ''})` : ''}
            description={props.description}
            actions={
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                {bulk?.(chosen, () => setChosenIds(new Set()))}
                {props.actions}
                <Button
                  iconName="refresh"
                  ariaLabel={`Refresh ${things}`}
                  loading={list.isRefetching && !list.polled}
                  onClick={() => void list.refetch()}
                />
              </SpaceBetween>
            }
          >
            {props.title}
          </Header>
        }
        filter={props.filters}
        empty={
          matches && list.rows.length > 0 ? (
            <Empty title={`None of the loaded ${things} match`} hint="Change the filters, or load more." />
          ) : (
            <Empty {...empty} />
          )
        }
        footer={
          <Box textAlign="center">
            <SpaceBetween size="xs" alignItems="center">
              <Box color="text-body-secondary" fontSize="body-s">
                {said}
              </Box>
              {list.hasNextPage && (
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  Load more {things}
                </Button>
              )}
            </SpaceBetween>
          </Box>
        }
      />
    </SpaceBetween>
  );
}

const columnDefinition = <T,>({ id, header, cell, ...rest }: Column<T>): TableProps.ColumnDefinition<T> => ({
  id,
  header,
  cell,
  ...rest,
});
