import type { ReactNode } from 'react';

interface WideTableProps {
  /** What the table shows, for those who cannot see it. */
  readonly label: string;
  readonly heads: readonly string[];
  /** Rows, as table rows. */
  readonly children: ReactNode;
}

interface ScrollerProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Something that may be wider than the screen, and scrolls by itself then. */
export const Scroller = ({ label, className = '', children }: ScrollerProps): ReactNode => (
  <section className={`wide-table ${className}`} aria-label={label} tabIndex={0}>
    {children}
  </section>
);

/** A table that scrolls by itself where it is wider than the screen; by keyboard too, so it can be gone to. */
export const WideTable = ({ label, heads, children }: WideTableProps): ReactNode => (
  <Scroller label={label}>
    <table className="plain" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Scroller>
);
