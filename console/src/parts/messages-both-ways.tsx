import type { ReactNode } from 'react';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import type { Story, StoryMessage } from '../../../shared/http/routes/ledger.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from './marks.tsx';
import { MESSAGES, messageName } from './message-words.ts';
import { Moment } from './moment.tsx';
import { PARTS } from './part-words.ts';
import { Panel } from './screen.tsx';
import { Shown } from './shown.tsx';

interface MessagesProps {
  readonly kind: AggregateKind;
  readonly id: string;
}

/** @returns the messages of a thing and of what came of it, the latest first. */
const latestFirst = ({ chapters }: Story): readonly StoryMessage[] =>
  chapters
    .flatMap(({ messages }) => messages)
    .toSorted((one, other) => (one.envelope.issuedAt < other.envelope.issuedAt ? 1 : -1));

/** What was sent to partners about a thing and came from them, each with whether it is confirmed. Nothing for whoever may not read ledgers. */
export const MessagesBothWays = ({ kind, id }: MessagesProps): ReactNode => {
  const { say } = useSpeech(MESSAGES);
  const isReader = useMay()(ledgerRoutes.readStory);
  const story = useRead(ledgerRoutes.readStory, { params: { kind, id } }, isReader);
  if (!isReader) return null;
  return (
    <Panel title={say('title')}>
      <Shown read={story}>
        {(body) => {
          const messages = latestFirst(body);
          return messages.length === 0 ? (
            <p className="muted">{say('none')}</p>
          ) : (
            <ul className="pending-list">
              {messages.map((message) => (
                <li key={message.envelope.id}>
                  <MessageLine message={message} />
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </Panel>
  );
};

/** @returns how to list cities, given by their codes. */
const useCityNames = (): ((codes: readonly string[]) => string) => {
  const { say, read } = useSpeech(PARTS);
  return (codes) => codes.map((code) => read(cityName(code))).join(say('list.and'));
};

const MessageLine = ({ message }: { readonly message: StoryMessage }): ReactNode => {
  const { say, read } = useSpeech(MESSAGES);
  const cityNames = useCityNames();
  const { direction, envelope } = message;
  const cities = cityNames(direction === 'sent' ? envelope.to : [envelope.from]);
  return (
    <>
      <span aria-hidden="true">{direction === 'sent' ? '↗' : '↙'}</span>{' '}
      <strong>{read(messageName(envelope.type))}</strong> {say(direction, { cities })}{' '}
      {'MessageRecall' in envelope.body && `· ${say('recall')}`} <Moment at={envelope.issuedAt} />{' '}
      <Confirmed message={message} />
    </>
  );
};

const Confirmed = ({ message: { direction, answers, unconfirmed } }: { readonly message: StoryMessage }): ReactNode => {
  const { say } = useSpeech(MESSAGES);
  const cityNames = useCityNames();
  if (answers.some(({ type }) => type === 'Refusal')) return <Tag tone="bad">{say('refused')}</Tag>;
  if (direction === 'received') return <Tag tone="good">{say('confirmed.ours')}</Tag>;
  return unconfirmed.length > 0 ? (
    <Tag tone="waiting">{say('unconfirmed', { cities: cityNames(unconfirmed) })}</Tag>
  ) : (
    <Tag tone="good">{say('confirmed')}</Tag>
  );
};
