import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type * as z from 'zod';
import { RELATIONS } from '../../../shared/domain/incident/incident-relation.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import type { PartnerIncidentViewSchema } from '../../../shared/http/views/partner-incident.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { LevelMark } from '../parts/grave-marks.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { IncidentStatus } from './incident-status.tsx';
import { IncidentReports } from './incident-work.tsx';
import { INCIDENTS } from './incidents-words.ts';
import './incidents.css';

type PartnerIncident = z.infer<typeof PartnerIncidentViewSchema>;

const Told = ({ incident }: { readonly incident: PartnerIncident }): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const { city, hazard, position, occurredAt, toldAt, agreementId, commander, description, area } = incident;
  return (
    <Panel title={say('facts.title')}>
      <p className="incident-words">{description}</p>
      <Facts
        facts={[
          [say('column.city'), read(cityName(city))],
          [say('field.hazard'), read(HAZARDS[hazard])],
          [say('column.occurred'), <Moment key="occurred" at={occurredAt} relative />],
          [say('facts.position'), `${position.place}（${position.latitude}, ${position.longitude}）`],
          [say('area.title'), area?.description],
          [say('command.title'), commander && `${commander.name} ${commander.position}，${commander.organisation}`],
          [say('partner.told'), <Moment key="told" at={toldAt} relative />],
          [
            say('partner.agreement'),
            <SubjectLink key="agreement" kind="agreement" id={agreementId}>
              {say('sharing.agreement')}
            </SubjectLink>,
          ],
        ]}
      />
    </Panel>
  );
};

const Linked = ({ linked }: Pick<PartnerIncident, 'linked'>): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  return (
    <Panel title={say('partner.linked')}>
      {linked.length === 0 && <p className="muted">{say('relations.none')}</p>}
      <ul className="entries">
        {linked.map(({ incidentId, title, relation }) => (
          <li key={incidentId}>
            <Tag>{read(RELATIONS[relation])}</Tag>
            <SubjectLink kind="incident" id={incidentId}>
              {title}
            </SubjectLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** An incident as a partner has told of it last. */
export const PartnerIncidentScreen = (): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const goTo = useNavigate();
  const { incidentId = '' } = useParams();
  const incidentRead = useRead(partnerIncidentRoutes.readPartnerIncident, { params: { incidentId } });
  const open = useCommand(situationReportRoutes.openSituationReport);
  const shown = incidentRead.data?.body;
  const report = async (incidentCity: string): Promise<void> => {
    const { answered } = await open.run({ body: { incidentId, incidentCity } });
    if (answered) void goTo(`/reports/${answered.body.reportId}`);
  };
  return (
    <Screen
      title={shown?.title ?? say('partners.title')}
      exercise={shown?.exercise}
      actions={
        shown &&
        may(situationReportRoutes.openSituationReport) && (
          <Button loading={open.isRunning} onClick={() => void report(shown.city)}>
            {say('partner.report')}
          </Button>
        )
      }
    >
      {open.failure && <ProblemAlert error={open.failure} />}
      <Shown read={incidentRead}>
        {(incident) => (
          <>
            <p className="filters">
              <LevelMark level={incident.responseLevel} /> <IncidentStatus status={incident.status} />
            </p>
            <div className="columns">
              <Told incident={incident} />
              <div>
                <Linked linked={incident.linked} />
                <Panel title={say('work.reports')}>
                  <IncidentReports incidentId={incidentId} />
                </Panel>
              </div>
            </div>
          </>
        )}
      </Shown>
    </Screen>
  );
};
