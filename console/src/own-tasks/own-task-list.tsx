import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import type { AgencyTaskCardSchema } from '../../../shared/domain/task/task-listings.ts';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import { useSpeech } from '../i18n/language.ts';
import { Screen } from '../parts/screen.tsx';
import { KeptShown } from '../phone/kept-shown.tsx';
import { useKeptRead } from '../phone/use-kept-read.ts';
import { OWN_TASKS } from './own-tasks-words.ts';
import { TaskInHand } from './task-in-hand.tsx';
import { TaskInShort } from './task-in-short.tsx';
import './own-tasks.css';

type Card = z.infer<typeof AgencyTaskCardSchema>;

/** The tasks of one's agency: first those that wait for an answer, to be given here. */
export const OwnTaskList = (): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  return (
    <Screen title={say('title')}>
      <PageOfTasks />
    </Screen>
  );
};

const isAsked = ({ yours }: Card): boolean => yours === 'open' || yours === 'counter-proposed';

const isInHand = (card: Card): boolean => isAsked(card) || (card.yours === 'accepted' && !card.fedBack);

/** What waits for an answer first; of the others what is to be done soonest. */
const byUrgency = (one: Card, other: Card): number =>
  Number(isAsked(other)) - Number(isAsked(one)) || one.neededBy.localeCompare(other.neededBy);

const PageOfTasks = ({ cursor }: { readonly cursor?: string }): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const [wantsOlder, setWantsOlder] = useState(false);
  const read = useKeptRead(agencyTaskRoutes.list, { query: cursor === undefined ? {} : { cursor } });
  return (
    <KeptShown read={read}>
      {({ items, nextCursor }) => (
        <>
          {items.length === 0 && <p className="muted">{say('group.none')}</p>}
          <Group
            name={say('group.in-hand')}
            cards={items.filter(isInHand).sort(byUrgency)}
            card={(id) => <TaskInHand taskId={id} />}
          />
          <Group
            name={say('group.rest')}
            cards={items.filter((card) => !isInHand(card))}
            card={(_id, card) => <TaskInShort card={card} />}
          />
          {nextCursor !== undefined && !wantsOlder && (
            <Button onClick={() => setWantsOlder(true)}>{say('older')}</Button>
          )}
          {nextCursor !== undefined && wantsOlder && <PageOfTasks cursor={nextCursor} />}
        </>
      )}
    </KeptShown>
  );
};

interface GroupProps {
  readonly name: string;
  readonly cards: readonly Card[];
  readonly card: (taskId: string, card: Card) => ReactNode;
}

const Group = ({ name, cards, card }: GroupProps): ReactNode =>
  cards.length > 0 && (
    <section aria-label={name}>
      <h2>{name}</h2>
      <ul className="own-cards">
        {cards.map((each) => (
          <li key={each.taskId}>{card(each.taskId, each)}</li>
        ))}
      </ul>
    </section>
  );
