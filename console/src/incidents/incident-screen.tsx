import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { EVENT_CLASSES, HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { LevelMark } from '../parts/grave-marks.tsx';
import { ChangedMark } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { IncidentActs, TakeCommand } from './incident-acts.tsx';
import { IncidentLife } from './incident-life.tsx';
import { IncidentLinksPanel } from './incident-links.tsx';
import { IncidentOverlaps } from './incident-overlaps.tsx';
import { IncidentRelations } from './incident-relations.tsx';
import { IncidentRollUp } from './incident-roll-up.tsx';
import { IncidentSharings } from './incident-sharings.tsx';
import { IncidentStatus } from './incident-status.tsx';
import { IncidentWork } from './incident-work.tsx';
import { INCIDENTS } from './incidents-words.ts';
import './incidents.css';

const AreaShown = ({ area }: { readonly area: NonNullable<IncidentView['area']> }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  return (
    <>
      {area.description}{' '}
      <span className="muted">
        {[
          ...area.divisions,
          ...area.circles.map((circle) => say('area.circle', { circle })),
          ...(area.polygons.length > 0 ? [say('area.polygon', { count: area.polygons.length })] : []),
        ].join('；')}
      </span>
    </>
  );
};

const Known = ({ incident }: { readonly incident: IncidentView }): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const { hazard, eventClass, position, occurredAt, parties, area, needs, description } = incident;
  return (
    <Panel
      title={say('facts.title')}
      actions={<Link to={`/map?selected=incident:${incident.incidentId}`}>{say('facts.map')}</Link>}
    >
      <p className="incident-words">{description}</p>
      <Facts
        facts={[
          [say('field.hazard'), `${read(HAZARDS[hazard])}（${read(EVENT_CLASSES[eventClass])}）`],
          [say('column.occurred'), <Moment key="occurred" at={occurredAt} relative />],
          [say('facts.position'), `${position.place}（${position.latitude}, ${position.longitude}）`],
          [say('area.title'), area && <AreaShown area={area} />],
          [say('facts.parties'), parties?.join('、')],
          [
            say('needs.title'),
            needs
              ?.map(({ kind, quantity, supply }) =>
                [read(RESOURCE_KINDS[kind]), supply?.code, '×', quantity, supply?.unit].filter(Boolean).join(' '),
              )
              .join('；'),
          ],
        ]}
      />
    </Panel>
  );
};

const InCommand = ({ incident, etag }: { incident: IncidentView; etag: string | undefined }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const command = [...incident.command].reverse();
  return (
    <Panel title={say('command.title')} actions={<TakeCommand incident={incident} etag={etag} />}>
      {command.length === 0 && <p className="muted">{say('command.none')}</p>}
      <ul className="entries">
        {command.map(({ name, position, organisation, since }, index) => (
          <li key={since}>
            <span className="entry-main">
              {index === 0 ? <strong>{name}</strong> : name} {position}，{organisation}
            </span>
            <span className="muted">
              {say('command.since')} <Moment at={since} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** One incident with all that belongs to it. */
export const IncidentScreen = (): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const { incidentId = '' } = useParams();
  const incidentRead = useRead(incidentRoutes.readIncident, { params: { incidentId } });
  const title = incidentRead.data?.body.title ?? say('column.title');
  const shown = incidentRead.data?.body;
  return (
    <Screen
      title={title}
      exercise={shown?.exercise}
      actions={shown && <IncidentActs incident={shown} etag={incidentRead.data?.etag} />}
    >
      <Shown read={incidentRead}>
        {(incident, etag) => (
          <>
            <p className="filters">
              <LevelMark level={incident.responseLevel} /> <IncidentStatus status={incident.status} />{' '}
              <ChangedMark id={incidentId} />
            </p>
            <MessageFailures failures={incident.failures} />
            <IncidentLife incident={incident} />
            <div className="columns">
              <div>
                <Known incident={incident} />
                <InCommand incident={incident} etag={etag} />
                <IncidentLinksPanel incident={incident} etag={etag} />
                <IncidentRelations incident={incident} etag={etag} />
                <IncidentSharings incident={incident} etag={etag} />
              </div>
              <div>
                <IncidentWork incident={incident} />
                <IncidentOverlaps incidentId={incidentId} />
              </div>
            </div>
            <IncidentRollUp incidentId={incidentId} />
          </>
        )}
      </Shown>
    </Screen>
  );
};
