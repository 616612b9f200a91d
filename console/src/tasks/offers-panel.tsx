import type { ReactNode } from 'react';
import type { CounterProposal } from '../../../shared/domain/task/task-details.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { TaskView } from '../../../shared/http/views/task.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { outcomeTone } from '../own-tasks/outcome-tone.ts';
import { OWN_TASKS } from '../own-tasks/own-tasks-words.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment, useMoment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { onTask, type RoomTask } from './on-task.ts';
import { TASKS } from './tasks-words.ts';

type Offer = TaskView['offers'][number];

/** Whom the task was put to, and what each of them said; what an agency proposes instead is answered here. */
export const OffersPanel = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  return (
    <Panel title={say('offers')}>
      <ul className="entries">
        {shown.task.offers.map((offer) => (
          <li key={`${offer.agencyId} ${offer.offeredAt}`}>
            <OfferShown offer={offer} shown={shown} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};

interface OfferShownProps {
  readonly offer: Offer;
  readonly shown: RoomTask;
}

const OfferShown = ({ offer, shown }: OfferShownProps): ReactNode => {
  const { say } = useSpeech(TASKS);
  const own = useSpeech(OWN_TASKS);
  const { agencyId, agencyName, offeredAt, replyBy, outcome } = offer;
  return (
    <div className="entry-main">
      <strong>
        <SubjectLink kind="agency" id={agencyId}>
          {agencyName}
        </SubjectLink>
      </strong>{' '}
      <Tag tone={outcomeTone(outcome.kind)}>{own.say(`outcome.${outcome.kind}`)}</Tag>{' '}
      <span className="muted">
        {say('offer.offered')} <Moment at={offeredAt} />, {say('offer.reply-by')} <Moment at={replyBy} />
      </span>{' '}
      {outcome.kind === 'open' && <Countdown due={replyBy} />}
      {'reason' in outcome && <p>{outcome.reason}</p>}
      {outcome.kind === 'counter-proposed' && (
        <Proposal proposal={outcome.proposal} agencyId={agencyId} shown={shown} />
      )}
    </div>
  );
};

interface ProposalProps {
  readonly proposal: CounterProposal;
  readonly agencyId: string;
  readonly shown: RoomTask;
}

const Proposal = ({ proposal, agencyId, shown }: ProposalProps): ReactNode => {
  const { say } = useSpeech(TASKS);
  const moment = useMoment();
  const may = useMay();
  const accept = useCommand(taskRoutes.acceptCounterProposal);
  const refuse = useCommand(taskRoutes.refuseCounterProposal);
  const { details } = shown.task;
  const on = { ...onTask(shown), params: { taskId: shown.task.taskId, agencyId } };
  const inShort = ({ quantity, neededBy }: Pick<CounterProposal, 'quantity' | 'neededBy'>): string =>
    `${quantity} ${details.unit}, ${moment(neededBy)}`;
  return (
    <>
      <p>
        {say('offer.proposes')}: <strong>{inShort(proposal)}</strong>{' '}
        <span className="muted">{say('offer.was', { what: inShort(details) })}</span> {proposal.words}
      </p>
      {accept.failure && <ProblemAlert error={accept.failure} />}
      {may(taskRoutes.acceptCounterProposal) && (
        <div className="screen-actions">
          <SmallAct act={say('counter.accept')} command={accept} input={on} />
          <CommandDialog
            act={say('counter.refuse')}
            command={refuse}
            inputOf={(body: { reason: string }) => ({ ...on, body })}
          >
            <WordsField name={['reason']} label={say('reason')} />
          </CommandDialog>
        </div>
      )}
    </>
  );
};
