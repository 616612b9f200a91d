import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { chinaDate } from '../../../shared/domain/kernel/china-time.ts';
import { gapsOf, shiftAt } from '../../../shared/domain/roster/duty-time.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { Tag } from '../parts/marks.tsx';
import { Moment, useMoment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useEntryId } from './registry-entry.tsx';
import type { EntryPanelProps } from './registry-kind.ts';
import { type RosterView, removingShift, replacingShift, type Shift } from './roster-acts.ts';
import { daysLater, mondayOf, weekFrom } from './roster-week.ts';
import { ROSTER } from './roster-words.ts';
import './roster.css';

const WEEK = 7;

const People = ({ shift: { lead, onDuty } }: { readonly shift: Shift }): ReactNode => {
  const { say } = useSpeech(ROSTER);
  return (
    <>
      {lead && (
        <span className="shift-lead">
          {say('lead')} {lead.name}
        </span>
      )}
      {onDuty.length === 0 ? (
        <Tag tone="bad">{say('shift.empty')}</Tag>
      ) : (
        onDuty.map(({ name, position }) => (
          <span key={name}>
            {name} <small className="muted">{position}</small>
          </span>
        ))
      )}
    </>
  );
};

interface ShiftCellProps extends EntryPanelProps<RosterView> {
  readonly shift: Shift;
  readonly isNow: boolean;
}

const ShiftCell = ({ view, etag, shift, isNow }: ShiftCellProps): ReactNode => {
  const { say } = useSpeech(ROSTER);
  const { params } = useEntryId({ idName: 'officeId' });
  const { from, until, handover } = shift;
  return (
    <li className={isNow ? 'shift shift-now' : 'shift'}>
      <span>
        <Moment at={from} /> – <Moment at={until} /> {isNow && <Tag tone="good">{say('shift.now')}</Tag>}
      </span>
      <People shift={shift} />
      {handover && (
        <small>
          {say('handover')} {say('handover.done', { from: handover.handedOverBy, to: handover.takenOverBy })}{' '}
          <Moment at={handover.at} />
          {handover.notes !== '' && `：${handover.notes}`}
        </small>
      )}
      <span className="acts">
        <ActDialog act={replacingShift(shift)} view={view} etag={etag} params={params} />
        <ActDialog act={removingShift(shift)} view={view} etag={etag} params={params} />
      </span>
    </li>
  );
};

/** The shifts of an office by weeks, and from when on nobody is on duty. */
export const RosterShifts = ({ view, etag }: EntryPanelProps<RosterView>): ReactNode => {
  const { say, language } = useSpeech(ROSTER);
  const sayMoment = useMoment();
  const now = new Date(useNow()).toISOString();
  const [search, setSearch] = useSearchParams();
  const monday = search.get('week') ?? mondayOf(now);
  const present = shiftAt(view.shifts, now);
  const [gap] = gapsOf(view.shifts).filter((at) => at >= now);
  const show = (week: string): void => setSearch({ week }, { replace: true });
  const weekdays = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <Panel
      title={say('week')}
      actions={
        <>
          <Button onClick={() => show(daysLater(monday, -WEEK))}>{say('week.before')}</Button>
          <Button onClick={() => show(mondayOf(now))}>{say('week.this')}</Button>
          <Button onClick={() => show(daysLater(monday, WEEK))}>{say('week.after')}</Button>
        </>
      }
    >
      {gap && (
        <p role="status">
          <Tag tone="bad">{say('gap', { at: sayMoment(gap) })}</Tag>
        </p>
      )}
      <ol className="duty-week">
        {weekFrom(monday, view.shifts).map(({ date, shifts, goingOn }) => (
          <li key={date} className={date === chinaDate(now) ? 'duty-day duty-day-today' : 'duty-day'}>
            <h3>{weekdays.format(new Date(date))}</h3>
            {goingOn.map(({ from, until, onDuty }) => (
              <p key={from} className="muted shift-goes-on">
                {say('shift.goes-on', { people: onDuty.map(({ name }) => name).join('、'), until: sayMoment(until) })}
              </p>
            ))}
            {shifts.length + goingOn.length === 0 && <p className="muted">{say('day.none')}</p>}
            <ol className="plain-list">
              {shifts.map((shift) => (
                <ShiftCell key={shift.from} view={view} etag={etag} shift={shift} isNow={shift === present} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
