import Segmented from 'antd/es/segmented';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { DeploymentSide } from '../../../shared/domain/deployment/deployment-state.ts';
import { DEPLOYMENT_STATUSES, type DeploymentStatus } from '../../../shared/domain/deployment/deployment-status.ts';
import { hasOneOf, READERS } from '../../../shared/http/roles.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { useDesk } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { Screen } from '../parts/screen.tsx';
import { DeploymentGantt } from './deployment-gantt.tsx';
import { DeploymentLanes } from './deployment-lanes.tsx';
import { DeploymentTable } from './deployment-table.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { LeaderMissions } from './leader-missions.tsx';
import './deployments.css';

const VIEWS = ['lanes', 'chart', 'table'] as const;
type View = (typeof VIEWS)[number];
const SIDES: readonly DeploymentSide[] = ['owner', 'requester'];

/** Deployments: for the duty room all of the city's, as lanes, chart or table; for a team leader the own team's. */
export const DeploymentList = (): ReactNode => {
  const { person } = useDesk();
  return hasOneOf(person.roles, READERS) ? <CityDeployments /> : <LeaderMissions />;
};

const CityDeployments = (): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'lanes';
  const side = SIDES.find((each) => each === search.get('side'));
  const statuses = choicesOf(DEPLOYMENT_STATUSES, read);
  const status = statuses.find(([value]) => value === search.get('status'))?.[0];
  const set = (name: string, value: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  return (
    <Screen
      title={say('title')}
      actions={
        <Segmented<View>
          aria-label={say('view.label')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: say(`view.${value}`) }))}
          onChange={(value) => set('view', value)}
        />
      }
    >
      <div className="filters">
        <Choice
          aria-label={say('side.label')}
          none={say('side.any')}
          value={side}
          options={SIDES.map((value) => [value, say(`side.${value}`)] as const)}
          onChange={(value) => set('side', value)}
        />
        {view !== 'lanes' && (
          <Choice
            aria-label={say('status.label')}
            none={say('status.any')}
            value={status}
            options={statuses}
            onChange={(value) => set('status', value)}
          />
        )}
      </div>
      {view === 'lanes' ? <DeploymentLanes side={side} /> : <Listed view={view} side={side} status={status} />}
    </Screen>
  );
};

interface ListedProps {
  readonly view: Exclude<View, 'lanes'>;
  readonly side: DeploymentSide | undefined;
  readonly status: DeploymentStatus | undefined;
}

const PAGE = 200;

const Listed = ({ view, side, status }: ListedProps): ReactNode => {
  const pages = usePages(deploymentRoutes.listDeployments, {
    query: { limit: PAGE, ...(side === undefined ? {} : { side }), ...(status === undefined ? {} : { status }) },
  });
  return view === 'chart' ? <DeploymentGantt pages={pages} /> : <DeploymentTable pages={pages} />;
};
