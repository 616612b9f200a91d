import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { RESOURCE_KINDS, type ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { type DraftValues, draftItem, freshItem, type LookedFor } from './draft-values.ts';
import { REQUEST_FORM } from './form-words.ts';
import { ItemsForm } from './items-form.tsx';
import './requests.css';

/** Drafts a request: for which incident, then from a plan on file or item by item. The incident stands in the address. */
export const NewRequest = (): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  const [search, setSearch] = useSearchParams();
  const incidentId = search.get('incident') ?? undefined;
  const incidents = useRead(incidentRoutes.listIncidents, { query: { status: 'open', limit: 100 } });
  const choose = (chosen: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (chosen === undefined) next.delete('incident');
    else next.set('incident', chosen);
    setSearch(next);
  };
  return (
    <Screen title={say('title.new')}>
      <Shown read={incidents}>
        {({ items }) => (
          <div className="filters">
            <LabelledChoice<string>
              label={say('incident')}
              options={items.map(({ incidentId: id, title }) => [id, title] as const)}
              value={incidentId}
              onChange={choose}
            />
            {items.length === 0 && <p>{say('incident.none')}</p>}
          </div>
        )}
      </Shown>
      {incidentId !== undefined && <ForIncident key={incidentId} incidentId={incidentId} />}
    </Screen>
  );
};

const ForIncident = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const incident = useRead(incidentRoutes.readIncident, { params: { incidentId } });
  return (
    <Shown read={incident}>
      {(body) => (
        <>
          <FromPlan incidentId={incidentId} />
          <Written incident={body} />
        </>
      )}
    </Shown>
  );
};

const FromPlan = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say, read } = useSpeech(REQUEST_FORM);
  const navigate = useNavigate();
  const plans = useRead(planRoutes.listMatchingPlans, { params: { incidentId }, query: {} });
  const command = useCommand(requestRoutes.draftRequestFromPlan);
  const draft = async (planId: string): Promise<void> => {
    const { answered } = await command.run({ params: { incidentId }, body: { planId } });
    if (answered) await navigate(`/requests/${answered.body.requestId}`);
  };
  return (
    <Panel title={say('plans.title')}>
      {command.failure && <ProblemAlert error={command.failure} />}
      <Shown read={plans}>
        {({ items }) => {
          const ready = items.filter(({ hasTemplate, inForce }) => hasTemplate && inForce);
          return ready.length === 0 ? (
            <p className="muted">{say('plans.none')}</p>
          ) : (
            <ul className="plan-list">
              {ready.map(({ planId, title, why }) => (
                <li key={planId}>
                  <Button size="small" loading={command.isRunning} onClick={() => void draft(planId)}>
                    {say('plans.use')}
                  </Button>{' '}
                  <strong>{title}</strong> <span className="muted">{why.map(read).join(' ')}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </Panel>
  );
};

const isKind = (text: string | null): text is ResourceKind => text !== null && text in RESOURCE_KINDS;
const isLevel = (text: string | null): text is '1' | '2' | '3' => text !== null && /^[1-3]$/.test(text);

/** @returns what one came from looking for, as the address says. */
const lookedFor = (search: URLSearchParams): LookedFor => {
  const kind = search.get('kind');
  const level = search.get('level');
  return {
    kind: isKind(kind) ? kind : undefined,
    level: isLevel(level) ? Number(level) : undefined,
    supply: search.get('supply') ?? undefined,
  };
};

const Written = ({ incident }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const command = useCommand(requestRoutes.draftRequest);
  const { incidentId, position } = incident;
  const now = new Date(useNow()).toISOString();
  const fresh = () => freshItem(now, position, lookedFor(search));
  return (
    <Panel title={say('own.title')}>
      <CommandForm<DraftValues, Parameters<typeof command.run>[0], { readonly requestId: string }>
        command={command}
        initialValues={{ items: [fresh()] }}
        inputOf={({ items }) => ({ body: { incidentId, items: items.map(draftItem) } })}
        submit={say('submit.new')}
        onDone={({ body }) => void navigate(`/requests/${body.requestId}`)}
      >
        <ItemsForm fresh={fresh} />
      </CommandForm>
    </Panel>
  );
};
