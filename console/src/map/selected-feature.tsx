import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { distanceKm } from '../../../shared/domain/vocabulary/estimated-travel.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import type { DrawnWay, MapFeature } from './map-feature.ts';
import { MAP } from './map-words.ts';

const useWayFacts = (): ((way: DrawnWay) => readonly (readonly [string, ReactNode])[]) => {
  const { say } = useSpeech(MAP);
  return ({ from, to, fromName, toName, arrives, hasArrived, isReported }) => [
    [say('deployment.from'), fromName],
    [say('deployment.to'), toName],
    [
      say(hasArrived ? 'deployment.arrived' : 'deployment.eta'),
      arrives && (
        <span key="arrives">
          <Moment at={arrives} /> {!hasArrived && <Countdown due={arrives} />}
        </span>
      ),
    ],
    [
      say('deployment.here'),
      hasArrived ? undefined : say(isReported ? 'deployment.here.reported' : 'deployment.here.reckoned'),
    ],
    [say('deployment.distance'), say('km', { km: Math.round(distanceKm(from, to)) })],
  ];
};

interface SelectedFeatureProps {
  readonly feature: MapFeature | undefined;
  readonly onClear: () => void;
}

/** What was chosen on the map or in the list, and the way to its screen. */
export const SelectedFeature = ({ feature, onClear }: SelectedFeatureProps): ReactNode => {
  const { say } = useSpeech(MAP);
  const wayFacts = useWayFacts();
  return (
    <Panel
      title={say('selected.title')}
      actions={
        feature && (
          <Button size="small" onClick={onClear}>
            {say('selected.clear')}
          </Button>
        )
      }
    >
      <div aria-live="polite">
        {feature ? (
          <>
            <p>
              {say(`kind.${feature.kind}`)} <ExerciseMark exercise={feature.exercise} />{' '}
              <SubjectLink kind={feature.kind} id={feature.id}>
                <strong>{feature.name}</strong>
              </SubjectLink>
            </p>
            <Facts
              facts={[
                [say('column.state'), feature.state],
                [say('place'), feature.way ? undefined : feature.place],
                [say('warning.until'), feature.until && <Moment key="until" at={feature.until} />],
                ...(feature.way ? wayFacts(feature.way) : []),
              ]}
            />
          </>
        ) : (
          <p className="muted">{say('selected.none')}</p>
        )}
      </div>
    </Panel>
  );
};
