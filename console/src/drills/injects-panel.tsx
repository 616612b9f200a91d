import type { ReactNode } from 'react';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { DRILLS } from './drills-words.ts';
import { handleBy, type Inject, type InjectStanding, injectStanding } from './inject-standing.ts';

const TONES: Readonly<Record<InjectStanding, Tone>> = {
  waiting: 'plain',
  due: 'waiting',
  given: 'good',
  open: 'waiting',
  late: 'bad',
  handled: 'good',
  'handled-late': 'bad',
  missed: 'bad',
  failed: 'bad',
  'not-given': 'plain',
};

interface InjectsPanelProps {
  readonly drill: DrillView;
}

/** What happens in a drill, minute by minute, and what the duty room did about it. */
export const InjectsPanel = ({ drill }: InjectsPanelProps): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const injects = (drill.injects ?? []).toSorted((one, other) => one.atMinutes - other.atMinutes);
  return (
    <Panel title={say('injects.title')}>
      <ol className="injects" aria-label={say('injects.label')}>
        {injects.map((inject) => (
          <InjectLine key={inject.key} drill={drill} inject={inject} />
        ))}
      </ol>
    </Panel>
  );
};

interface InjectLineProps {
  readonly drill: DrillView;
  readonly inject: Inject;
}

const InjectLine = ({ drill, inject }: InjectLineProps): ReactNode => {
  const { say, read } = useSpeech(DRILLS);
  const now = useNow();
  const standing = injectStanding(inject, now, drill.endedAt !== undefined);
  const { atMinutes, title, deed, outcome, handleWithinMinutes } = inject;
  return (
    <li className={`inject inject-${standing}`}>
      <span className="drill-minute">{say('inject.at', { minutes: atMinutes })}</span>
      <div className="inject-what">
        <strong>{read(title)}</strong> <span className="muted">{say(`deed.${deed.does}`)}</span>
        <p className="inject-expected muted">
          {handleWithinMinutes === undefined
            ? say('inject.no-handling')
            : say('inject.handle-within', { minutes: handleWithinMinutes })}
        </p>
        {outcome?.made && (
          <SubjectLink kind={outcome.made.kind} id={outcome.made.id}>
            {say('inject.made', { what: read(AGGREGATE_KIND_NAMES[outcome.made.kind]) })}
          </SubjectLink>
        )}
        {outcome?.failure && <p className="inject-failure">{read(outcome.failure.text)}</p>}
        {outcome?.handled && (
          <p>
            {say('inject.handled-by', { name: outcome.handled.by.name, note: outcome.handled.note })}{' '}
            <Moment at={outcome.handled.at} />
          </p>
        )}
      </div>
      <div className="inject-standing">
        <Tag tone={TONES[standing]}>{say(`inject.standing.${standing}`)}</Tag>
        <InjectClock inject={inject} standing={standing} isRunning={drill.isRunning} />
        {(standing === 'open' || standing === 'late') && <HandleInject drill={drill} injectKey={inject.key} />}
      </div>
    </li>
  );
};

interface InjectClockProps {
  readonly inject: Inject;
  readonly standing: InjectStanding;
  readonly isRunning: boolean;
}

/** Until it comes, or until it must be handled; when it came. */
const InjectClock = ({ inject, standing, isRunning }: InjectClockProps): ReactNode => {
  const { due, outcome } = inject;
  const by = handleBy(inject);
  if ((standing === 'open' || standing === 'late') && by !== undefined)
    return <Countdown due={new Date(by).toISOString()} />;
  if (outcome) return <Moment at={outcome.at} />;
  return isRunning && due && standing === 'waiting' ? <Moment at={due} relative /> : null;
};

interface HandleInjectProps {
  readonly drill: DrillView;
  readonly injectKey: string;
}

const HandleInject = ({ drill, injectKey }: HandleInjectProps): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const may = useMay();
  const handle = useCommand(drillRoutes.handleInject);
  if (!may(drillRoutes.handleInject)) return null;
  return (
    <CommandDialog<{ readonly note: string }, Parameters<typeof handle.run>[0], DrillView>
      act={say('inject.handle')}
      command={handle}
      primary
      inputOf={({ note }) => ({
        params: { drillId: drill.drillId, key: injectKey },
        body: { note },
      })}
    >
      <WordsField name={['note']} label={say('inject.note')} />
    </CommandDialog>
  );
};
