import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { RELATIONS, type Relation } from '../../../shared/domain/incident/incident-relation.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Tag } from '../parts/marks.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { type ReadIncident, surelySeen } from './incident-acts.tsx';
import { IncidentDuplicates } from './incident-duplicates.tsx';
import { INCIDENTS } from './incidents-words.ts';

interface Named {
  readonly relation: Relation;
  readonly city: string;
  readonly incidentId: string;
}

/** @returns what this city has said, as it is sent. */
const saidHere = ({ incident: { relations } }: ReadIncident): readonly Named[] =>
  relations
    .filter(({ saidBy }) => saidBy === 'this')
    .map(({ relation, city, incidentId }) => ({ relation, city, incidentId }));

const key = ({ city, incidentId }: Pick<Named, 'city' | 'incidentId'>): string => `${city} ${incidentId}`;

/** Incidents of this city and those of partners that this one may be related to. */
const useOthers = ({ incident }: ReadIncident): readonly (Omit<Named, 'relation'> & { readonly title: string })[] => {
  const { code } = useDesk().city;
  const own = useRead(incidentRoutes.listIncidents, { query: { limit: 100 } });
  const partners = useRead(partnerIncidentRoutes.listPartnerIncidents, { query: { limit: 100 } });
  const others = [
    ...(own.data?.body.items ?? []).map((one) => ({ ...one, city: code })),
    ...(partners.data?.body.items ?? []),
  ];
  return others.filter(
    ({ incidentId, exercise, status }) =>
      incidentId !== incident.incidentId && exercise === incident.exercise && status !== 'dismissed',
  );
};

const Relate = (read: ReadIncident): ReactNode => {
  const { say, read: spoken } = useSpeech(INCIDENTS);
  const command = useCommand(incidentRoutes.relateIncident);
  const others = useOthers(read);
  const said = saidHere(read);
  return (
    <CommandDialog
      act={say('relations.add')}
      command={command}
      inputOf={({ relation, other }: { readonly relation: Relation; readonly other: string }) => {
        const found = others.find((one) => key(one) === other);
        const added = found ? [{ relation, city: found.city, incidentId: found.incidentId }] : [];
        return { ...surelySeen(read), body: { relations: [...said.filter((one) => key(one) !== other), ...added] } };
      }}
    >
      <Form.Item name={['relation']} label={say('relations.what')} rules={[{ required: true }]}>
        <Choice options={choicesOf(RELATIONS, spoken)} />
      </Form.Item>
      <Form.Item name="other" label={say('relations.which')} rules={[{ required: true }]}>
        <Choice options={others.map((one) => [key(one), `${spoken(cityName(one.city))} · ${one.title}`] as const)} />
      </Form.Item>
    </CommandDialog>
  );
};

const Related = (read: ReadIncident): ReactNode => {
  const { say, read: spoken } = useSpeech(INCIDENTS);
  const may = useMay();
  const { code } = useDesk().city;
  const command = useCommand(incidentRoutes.relateIncident);
  const { relations } = read.incident;
  if (relations.length === 0) return <p className="muted">{say('relations.none')}</p>;
  return (
    <>
      {command.failure && <ProblemAlert error={command.failure} />}
      <ul className="entries">
        {relations.map(({ relation, city, incidentId, title, saidBy, agreed }) => (
          <li key={`${city} ${incidentId} ${saidBy}`}>
            <Tag>{spoken(RELATIONS[relation])}</Tag>
            <span className="entry-main">
              <SubjectLink kind={city === code ? 'incident' : 'partner-incident'} id={incidentId}>
                {title}
              </SubjectLink>{' '}
              <span className="muted">
                {spoken(cityName(city))} · {say(agreed ? 'relations.agreed' : `relations.by-${saidBy}`)}
              </span>
            </span>
            {saidBy === 'this' && may(incidentRoutes.relateIncident) && (
              <SmallAct
                act={say('relations.remove')}
                command={command}
                input={{
                  ...surelySeen(read),
                  body: { relations: saidHere(read).filter((one) => key(one) !== key({ city, incidentId })) },
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Incidents that belong with this one, and such that may be the same. */
export const IncidentRelations = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const isKept = read.incident.status !== 'dismissed' && read.incident.status !== 'closed';
  return (
    <Panel
      title={say('relations.title')}
      actions={isKept && may(incidentRoutes.relateIncident) && <Relate {...read} />}
    >
      <Related {...read} />
      <IncidentDuplicates {...read} />
    </Panel>
  );
};
