import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { StoryTimeline } from '../ledger/story-timeline.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { DrillStatusMark } from './drill-list.tsx';
import { DrillSteps } from './drill-steps.tsx';
import { DRILLS } from './drills-words.ts';
import { InjectsPanel } from './injects-panel.tsx';
import { RemovalPanel } from './removal-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import './drills.css';

interface DrillProps {
  readonly drill: DrillView;
}

/** The control room of a drill: its clock, what happens next, what is to be handled, and what it comes to. */
export const DrillScreen = (): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const { drillId = '' } = useParams();
  const read = useRead(drillRoutes.readDrill, { params: { drillId } });
  return (
    <Screen title={read.data?.body.title ?? say('title')} exercise>
      <Shown read={read}>{(drill) => <Drill drill={drill} />}</Shown>
    </Screen>
  );
};

const Drill = ({ drill }: DrillProps): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const hasBegun = drill.startedAt !== undefined;
  return (
    <>
      <MessageFailures failures={drill.failures} />
      <Panel title={say('control.title')} actions={<DrillSteps drill={drill} />}>
        <DrillFacts drill={drill} />
      </Panel>
      <div className="drill-room">
        {drill.injects && <InjectsPanel drill={drill} />}
        {hasBegun && <ReportPanel drillId={drill.drillId} />}
      </div>
      <RemovalPanel drill={drill} />
      <StoryTimeline kind="drill" id={drill.drillId} />
    </>
  );
};

const DrillFacts = ({ drill }: DrillProps): ReactNode => {
  const { say, read } = useSpeech(DRILLS);
  const { status, scenario, lastsMinutes, startedAt, endsAt, endedAt, host, participants, reason, incidentIds } = drill;
  const partners = participants.map(({ city }) => read(cityName(city))).join(say('and'));
  return (
    <>
      <p className="drill-state">
        <DrillStatusMark status={status} /> {status === 'running' && endsAt && <Countdown due={endsAt} />}
      </p>
      <Facts
        facts={[
          [say('fact.scenario'), scenario],
          [say('fact.lasts'), say('minutes', { minutes: lastsMinutes })],
          [say('fact.starts'), startedAt && <Moment at={startedAt} />],
          [say('fact.ends'), endedAt === undefined && endsAt && <Moment at={endsAt} />],
          [say('fact.ended'), endedAt && <Moment at={endedAt} />],
          [say('fact.host'), host && read(cityName(host))],
          [say('fact.participants'), partners === '' ? undefined : partners],
          [say('fact.reason'), reason],
          [say('fact.incidents'), incidentIds.length > 0 && <IncidentLinks ids={incidentIds} />],
        ]}
      />
    </>
  );
};

const IncidentLinks = ({ ids }: { readonly ids: readonly string[] }): ReactNode => {
  const { say } = useSpeech(DRILLS);
  return ids.map((id, at) => (
    <span key={id}>
      <SubjectLink kind="incident" id={id}>
        {say('fact.incident', { number: at + 1 })}
      </SubjectLink>{' '}
    </span>
  ));
};
