import { type ReactNode, useEffect, useState } from 'react';
import type * as z from 'zod';
import { type BoardSchema, boardRoutes } from '../../../shared/http/routes/board.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { goByClockOf } from '../live/use-now.ts';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { BOARD } from './board-words.ts';
import type { BoardPanelProps } from './duty-board.tsx';
import { NeedsNowList } from './needs-now-list.tsx';

type Board = z.infer<typeof BoardSchema>;

const VIEWS = ['overdue', 'due', 'escalated'] as const;
type View = (typeof VIEWS)[number];

/** The most pressing of them; a duty room reads no more at once. */
const SHOWN = 60;

/** What is overdue, due and escalated, the most pressing first. */
export const NeedsNow = ({ exercise }: BoardPanelProps): ReactNode => {
  const { say } = useSpeech(BOARD);
  const [view, setView] = useState<View>();
  const board = useRead(boardRoutes.readBoard, {
    query: { limit: SHOWN, exercise: exercise ? 'true' : 'false', ...(view === undefined ? {} : { view }) },
  });
  const asOf = board.data?.body.asOf;
  useEffect(() => {
    if (asOf !== undefined) goByClockOf(asOf);
  }, [asOf]);
  return (
    <Panel title={say('now.title')} actions={<Views counts={board.data?.body.counts} view={view} onView={setView} />}>
      <Shown read={board}>
        {({ items, nextCursor }) => (
          <>
            <NeedsNowList entries={items} />
            {nextCursor !== undefined && <p className="muted">{say('now.more', { count: items.length })}</p>}
          </>
        )}
      </Shown>
    </Panel>
  );
};

interface ViewsProps {
  readonly counts: Board['counts'];
  readonly view: View | undefined;
  readonly onView: (view: View | undefined) => void;
}

const Views = ({ counts, view, onView }: ViewsProps): ReactNode => {
  const { say } = useSpeech(BOARD);
  const nameOf = (each: View): string => {
    const counted = counts?.[each];
    const what = say(`now.${each}`);
    return counted ? say('now.count', { what, count: counted.count, more: counted.more ? '+' : '' }) : what;
  };
  return (
    <fieldset className="board-views">
      <legend>{say('now.view')}</legend>
      {[undefined, ...VIEWS].map((each) => (
        <label key={each ?? 'all'} className={each === 'overdue' && counts?.overdue.count ? 'board-view-bad' : ''}>
          <input type="radio" name="board-view" checked={view === each} onChange={() => onView(each)} />
          {each === undefined ? say('now.all') : nameOf(each)}
        </label>
      ))}
    </fieldset>
  );
};
