import { useVirtualizer } from '@tanstack/react-virtual';
import Button from 'antd/es/button';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { Pages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';
import { ProblemAlert } from './problem-alert.tsx';

/** A column of a table. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** CSS width, e.g. `12rem`. */
  readonly width?: string;
}

interface EntryTableProps<T> {
  /** What the table lists, for those who cannot see it. */
  readonly label: string;
  readonly pages: Pages<T>;
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  /** Fetches more as soon as one has come to the end of what there is; else only when asked to. */
  readonly fetchOnScroll?: boolean;
}

/** Estimated; rows are measured when they are drawn. */
const ROW_PX = 44;
const DRAWN_BEYOND_VIEW = 12;

/** A list of the API's as a table. However long it is, only the rows in view are drawn; more are fetched on demand. */
export const EntryTable = <T,>(props: EntryTableProps<T>): ReactNode => {
  const { label, pages, columns, rowKey, fetchOnScroll = false } = props;
  const { say } = useSpeech(PARTS);
  const { items, isPending, error, hasMore, isLoadingMore, loadMore, again } = pages;
  if (error) return <ProblemAlert error={error} onAgain={again} />;
  if (isPending) return <p role="status">{say('loading')}</p>;
  if (items.length === 0 && !hasMore) return <p className="muted">{say('empty')}</p>;
  const onEnd = fetchOnScroll && hasMore && !isLoadingMore ? { onEnd: loadMore } : {};
  return (
    <>
      <Rows label={label} rows={items} columns={columns} rowKey={rowKey} {...onEnd} />
      <p className="table-foot">
        <span className="muted">{say(hasMore ? 'rows.more' : 'rows', { count: items.length })}</span>
        {hasMore && (
          <Button size="small" loading={isLoadingMore} onClick={loadMore}>
            {say('more')}
          </Button>
        )}
      </p>
    </>
  );
};

interface RowsProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  /** Called while the last row is near the view. */
  readonly onEnd?: () => void;
}

interface RowProps<T> {
  readonly row: T;
  /** From 0. */
  readonly index: number;
  readonly columns: readonly Column<T>[];
  readonly measured: (element: Element | null) => void;
}

const DrawnRow = <T,>({ row, index, columns, measured }: RowProps<T>): ReactNode => (
  <tr data-index={index} ref={measured} aria-rowindex={index + 2}>
    {columns.map(({ title, cell }) => (
      <td key={title} data-title={title}>
        {cell(row)}
      </td>
    ))}
  </tr>
);

/** Drawn anew only when what it shows is another: scrolling draws the rows that come into view, and no others. */
const Row = memo(DrawnRow) as typeof DrawnRow;

/** Rows that are all here already. */
export const Rows = <T,>({ label, rows, columns, rowKey, onEnd }: RowsProps<T>): ReactNode => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: DRAWN_BEYOND_VIEW,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
  });
  const drawn = virtual.getVirtualItems();
  const isAtEnd = (drawn.at(-1)?.index ?? -1) >= rows.length - 1;
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, onEnd]);
  const above = drawn[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <section className="table-scroll" ref={scroller} aria-label={label} tabIndex={0}>
      <table aria-rowcount={rows.length + 1} aria-label={label} style={{ marginTop: above, marginBottom: below }}>
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title} style={width === undefined ? {} : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ index, key }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <Row key={key} row={row} index={index} columns={columns} measured={virtual.measureElement} />
              )
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
