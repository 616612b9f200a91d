import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { v7 } from 'uuid';
import { sourcingRoutes } from '../../../shared/http/routes/sourcing.ts';
import type { PlacedPart, PlanPlacement, SourcingPlanView } from '../../../shared/http/views/sourcing.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { type Command, useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Tag, type Tone } from '../parts/marks.tsx';
import { PARTS } from '../parts/part-words.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type Left, takenOf } from './picks.ts';
import type { PlanWanted } from './sourcing-panel.tsx';
import { SOURCING } from './sourcing-words.ts';

interface PlacePlanProps {
  readonly plan: SourcingPlanView;
  readonly wanted: PlanWanted;
  readonly left: Left;
}

type Placing = ReturnType<typeof usePlacing>['command'];
type PlacingInput = Placing extends Command<infer I, unknown> ? I : never;

/** The command that places a plan, keeping what was sent last, and under which key, so that it can go on where it stopped. */
const usePlacing = () => {
  const command = useCommand(sourcingRoutes.placeSourcingPlan);
  const [last, setLast] = useState<{ readonly again: () => void; readonly placement: PlanPlacement }>();
  const run: typeof command.run = async (input) => {
    const keyed = { idempotencyKey: v7(), ...input };
    const outcome = await command.run(keyed);
    if (outcome.answered) setLast({ again: () => void run(keyed), placement: outcome.answered.body });
    return outcome;
  };
  return { command: { ...command, run }, last };
};

/** Places a plan in one act, and says what became of each part of it. */
export const PlacePlan = ({ plan, wanted, left }: PlacePlanProps): ReactNode => {
  const { say } = useSpeech(SOURCING);
  const { command, last } = usePlacing();
  const { taken, isAll } = takenOf(plan, left);
  const { requestId, planVersion } = plan;
  return (
    <>
      {last && <Placed placement={last.placement} onGoOn={last.again} />}
      {command.failure && <ProblemAlert error={command.failure} />}
      {taken.length === 0 ? (
        <p className="muted">{say('place.nothing')}</p>
      ) : (
        <CommandDialog<object, PlacingInput, PlanPlacement>
          act={say('place')}
          primary
          command={command}
          inputOf={() => ({
            params: { requestId },
            body: {
              planVersion,
              from: [...wanted.from],
              prefer: wanted.prefer,
              ...(isAll ? {} : { only: taken.map(({ itemId, id }) => ({ itemId, id })) }),
            },
          })}
        >
          <p>{say('place.text')}</p>
          <Summary taken={taken} />
        </CommandDialog>
      )}
    </>
  );
};

type Taken = ReturnType<typeof takenOf>['taken'];

/** What placing does, in the three ways in which help is had. */
const Summary = ({ taken }: { readonly taken: Taken }): ReactNode => {
  const { say, read } = useSpeech(SOURCING);
  const parts = useSpeech(PARTS);
  const listed = (names: readonly string[]): string => [...new Set(names)].join(parts.say('list.and'));
  const cities = taken.flatMap(({ source }) => (source.type === 'partner' ? [read(cityName(source.city))] : []));
  const own = taken.flatMap(({ source, name }) => (source.type === 'own' || source.type === 'stock' ? [name] : []));
  const agencies = taken.flatMap(({ source, name }) => (source.type === 'agency' ? [name] : []));
  return (
    <ul>
      {cities.length > 0 && <li>{say('place.partners', { cities: listed(cities) })}</li>}
      {own.length > 0 && <li>{say('place.own', { names: listed(own) })}</li>}
      {agencies.length > 0 && <li>{say('place.agencies', { names: listed(agencies) })}</li>}
    </ul>
  );
};

const OUTCOME_TONES: Readonly<Record<PlacedPart['outcome'], Tone>> = { done: 'good', refused: 'bad', left: 'waiting' };

interface PlacedProps {
  readonly placement: PlanPlacement;
  readonly onGoOn: () => void;
}

const Placed = ({ placement: { complete, parts }, onGoOn }: PlacedProps): ReactNode => {
  const { say, read } = useSpeech(SOURCING);
  return (
    <Alert
      type={complete ? 'success' : 'warning'}
      showIcon
      title={say(complete ? 'placed' : 'placed.partly')}
      description={
        <ul className="reasons">
          {parts.map(({ part, outcome, reason }) => (
            <li key={JSON.stringify(part)}>
              <Tag tone={OUTCOME_TONES[outcome]}>{say(`outcome.${outcome}`)}</Tag>{' '}
              {part.type === 'partner' ? read(cityName(part.city)) : say(`source.${part.type}`)}{' '}
              {reason && read(reason)}
            </li>
          ))}
        </ul>
      }
      action={!complete && <Button onClick={onGoOn}>{say('placed.go-on')}</Button>}
    />
  );
};
