import { type ReactNode, useState } from 'react';
import { CLOCK_ACTS } from '../../../shared/domain/deadline/clock-act.ts';
import type { DeadlineActed } from '../../../shared/domain/deadline/deadline-acted.ts';
import { HAND_OFFS } from '../../../shared/domain/deadline/hand-off.ts';
import type { StoryMessage } from '../../../shared/http/routes/ledger.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { ActorName } from './actor-name.tsx';
import { eventName } from './event-name.ts';
import { LEDGER } from './ledger-words.ts';
import { type StoryLine, writtenIn } from './story-lines.ts';

/** One entry of a story: when, what, who, and what they wrote; the rest can be unfolded. */
export const StoryEntry = ({ line }: { readonly line: StoryLine }): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  const [isOpen, setOpen] = useState(false);
  const { entry, kind, isAside } = line;
  return (
    <li className={isAside ? 'story-aside' : undefined}>
      <p className="story-line">
        <Moment at={entry.at} />
        <strong>{read(eventName(entry.type))}</strong>
        {isAside && (
          <SubjectLink kind={kind} id={entry.id}>
            {read(AGGREGATE_KIND_NAMES[kind])}
          </SubjectLink>
        )}
        <ActedWords type={entry.type} data={entry.data} />
        <span className="muted">
          <ActorName actor={entry.actor} />
        </span>
      </p>
      {writtenIn(entry.data).map((words) => (
        <p key={words} className="story-words">
          {words}
        </p>
      ))}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary aria-label={`${say('story.details')} ${entry.sequence} ${read(eventName(entry.type))}`}>
          {say('story.details')}
        </summary>
        {isOpen && <EntryDetails line={line} />}
      </details>
    </li>
  );
};

interface ActedWordsProps {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Of an act of the clock: which, about what. */
const ActedWords = ({ type, data }: ActedWordsProps): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  if (type !== ('deadlineActed' satisfies DeadlineActed['type'])) return null;
  const { handOff, act } = data as unknown as Pick<DeadlineActed, 'handOff' | 'act'>;
  return <span>{say('story.act', { handOff: read(HAND_OFFS[handOff]), act: read(CLOCK_ACTS[act]) })}</span>;
};

const EntryDetails = ({ line: { entry, messages } }: { readonly line: StoryLine }): ReactNode => {
  const { say } = useSpeech(LEDGER);
  const { authority, cause } = entry;
  return (
    <>
      <Facts
        facts={[
          [say('detail.number'), entry.sequence],
          [
            say('detail.authority'),
            authority && (
              <SubjectLink kind="agreement" id={authority}>
                {say('detail.agreement')} {authority}
              </SubjectLink>
            ),
          ],
          [
            say('detail.cause'),
            cause && (
              <SubjectLink kind={cause.kind} id={cause.id}>
                {cause.kind} {cause.id}
              </SubjectLink>
            ),
          ],
          [say('detail.hash'), <code key="hash">{entry.hash}</code>],
          [say('detail.previous'), <code key="previous">{entry.previous}</code>],
        ]}
      />
      {messages.map((message) => (
        <MessageLine key={message.envelope.id} message={message} />
      ))}
      <h3>{say('detail.data')}</h3>
      <pre className="story-data">{JSON.stringify(entry.data, undefined, 2)}</pre>
    </>
  );
};

const MessageLine = ({ message: { direction, envelope, unconfirmed } }: { readonly message: StoryMessage }) => {
  const { say, read } = useSpeech(LEDGER);
  const cities = (codes: readonly string[]): string => codes.map((code) => read(cityName(code))).join('、');
  return (
    <p className="story-line">
      <span>{say(`message.${direction}`)}</span>
      <code>{envelope.type}</code>
      <span>
        {cities([envelope.from])} → {cities(envelope.to)}
      </span>
      {unconfirmed.length > 0 ? (
        <Tag tone="waiting">{say('message.unconfirmed', { cities: cities(unconfirmed) })}</Tag>
      ) : (
        <Tag tone="good">{say('message.confirmed')}</Tag>
      )}
    </p>
  );
};
