import type { ReactNode } from 'react';
import {
  DEPLOYMENT_STATUSES,
  type DeploymentStatus,
  isNotBefore,
} from '../../../shared/domain/deployment/deployment-status.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';

/** The seven states of a team's mission, and those of goods, which stay where they are delivered. */
const OF_TEAMS: readonly DeploymentStatus[] = [
  'mobilising',
  'departed',
  'en-route',
  'arrived',
  'working',
  'returning',
  'home',
];
const OF_GOODS: readonly DeploymentStatus[] = ['mobilising', 'departed', 'en-route', 'arrived', 'delivered'];

const TIME_OF: Partial<Record<DeploymentStatus, keyof DeploymentView['times']>> = {
  departed: 'departure',
  arrived: 'arrival',
  delivered: 'arrival',
  returning: 'returnDeparture',
  home: 'returnArrival',
};

type StepState = 'done' | 'now' | 'ahead';

const SIGNS: Readonly<Record<StepState, string>> = { done: '✓', now: '◆', ahead: '·' };

interface MissionStepsProps {
  readonly view: Pick<DeploymentView, 'status' | 'times' | 'lot'>;
}

/** How far the mission is. */
export const MissionSteps = ({ view: { status, times, lot } }: MissionStepsProps): ReactNode => {
  const { say, read } = useSpeech(DEPLOYMENTS);
  if (status === 'cancelled') return null;
  const stateOf = (step: DeploymentStatus): StepState => {
    if (step === status) return 'now';
    return isNotBefore(status, step) ? 'done' : 'ahead';
  };
  return (
    <ol className="mission-steps" aria-label={say('steps.label')}>
      {(lot ? OF_GOODS : OF_TEAMS).map((step) => {
        const state = stateOf(step);
        const time = TIME_OF[step];
        const at = time === undefined ? undefined : (times[time].actual ?? times[time].estimated);
        return (
          <li
            key={step}
            className={`mission-step mission-step-${state}`}
            {...(state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <span aria-hidden="true">{SIGNS[state]}</span> {read(DEPLOYMENT_STATUSES[step])}{' '}
            <span className="mission-step-state">{say(`steps.${state}`)}</span>
            {at !== undefined && (
              <span className="mission-step-time">
                {state === 'ahead' && say('estimated')} <Moment at={at} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
};
