import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import type { OwnCallOutCardSchema } from '../../../shared/domain/call-out/call-out-listings.ts';
import { INVITATION_STATUSES } from '../../../shared/domain/call-out/invitation-status.ts';
import { ownCallOutRoutes } from '../../../shared/http/routes/own-call-outs.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { KeptShown } from '../phone/kept-shown.tsx';
import { useKeptRead } from '../phone/use-kept-read.ts';
import { WaitingCommands } from '../phone/waiting-commands.tsx';
import { CallOutActs } from './call-out-acts.tsx';
import { invitationTone } from './invitation-tone.ts';
import { OWN_CALL_OUTS } from './own-call-outs-words.ts';
import './own-call-outs.css';

type Card = z.infer<typeof OwnCallOutCardSchema>;

/** The call-outs of an expert: first those that wait for an answer, to be given here. */
export const OwnCallOutList = (): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  return (
    <Screen title={say('title')}>
      <PageOfCallOuts />
    </Screen>
  );
};

const IN_HAND: readonly Card['invitation'][] = ['invited', 'time-proposed', 'accepted'];

const isInHand = ({ status, invitation }: Card): boolean => status === 'open' && IN_HAND.includes(invitation);

const isAsked = ({ invitation }: Card): boolean => invitation === 'invited';

/** What waits for an answer first; of the others whose opinion is due soonest. */
const byUrgency = (one: Card, other: Card): number =>
  Number(isAsked(other)) - Number(isAsked(one)) || one.opinionBy.localeCompare(other.opinionBy);

const PageOfCallOuts = ({ cursor }: { readonly cursor?: string }): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const [wantsOlder, setWantsOlder] = useState(false);
  const read = useKeptRead(ownCallOutRoutes.listOwnCallOuts, { query: cursor === undefined ? {} : { cursor } });
  return (
    <KeptShown read={read}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && <p className="muted">{say('group.none')}</p>}
          <Group name={say('group.in-hand')} cards={items.filter(isInHand).sort(byUrgency)} inHand />
          <Group name={say('group.rest')} cards={items.filter((card) => !isInHand(card))} />
          {nextCursor !== undefined && !wantsOlder && (
            <Button onClick={() => setWantsOlder(true)}>{say('older')}</Button>
          )}
          {nextCursor !== undefined && wantsOlder && <PageOfCallOuts cursor={nextCursor} />}
        </>
      )}
    </KeptShown>
  );
};

interface GroupProps {
  readonly name: string;
  readonly cards: readonly Card[];
  readonly inHand?: boolean;
}

const Group = ({ name, cards, inHand = false }: GroupProps): ReactNode =>
  cards.length > 0 && (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ul className="own-cards">
        {cards.map((card) => (
          <li key={card.callOutId}>
            <CallOutInShort card={card}>{inHand && <InHand callOutId={card.callOutId} />}</CallOutInShort>
          </li>
        ))}
      </ul>
    </section>
  );

const CallOutInShort = ({ card, children }: { readonly card: Card; readonly children: ReactNode }): ReactNode => {
  const { say, read } = useSpeech(OWN_CALL_OUTS);
  const { callOutId, question, invitation, incident, exercise, replyBy, opinionBy } = card;
  const isInvited = isAsked(card);
  const due = isInvited ? replyBy : opinionBy;
  return (
    <div className={`own-card${children ? ` own-card-${isInvited ? 'asked' : 'under-way'}` : ''}`}>
      <div className="own-card-head">
        <h3>
          <SubjectLink kind="call-out" id={callOutId}>
            {incident.title}
          </SubjectLink>
        </h3>
        <span>
          <ChangedMark id={callOutId} />{' '}
          <Tag tone={invitationTone(invitation)}>{read(INVITATION_STATUSES[invitation])}</Tag>
        </span>
      </div>
      <p>
        <ExerciseMark exercise={exercise} /> {question}
      </p>
      <p>
        {say(isInvited ? 'reply-by' : 'opinion-by')} <Moment at={due} /> {children && <Countdown due={due} />}
      </p>
      {children}
    </div>
  );
};

/** Read whole, so that it can be answered here, and is there without a line. */
const InHand = ({ callOutId }: { readonly callOutId: string }): ReactNode => {
  const read = useKeptRead(ownCallOutRoutes.readOwnCallOut, { params: { callOutId } });
  if (read.data === undefined) return <Shown read={read}>{() => null}</Shown>;
  const { body, etag } = read.data;
  return (
    <>
      <CallOutActs callOut={body} etag={etag} />
      <WaitingCommands subject={callOutId} version={etag} />
    </>
  );
};
