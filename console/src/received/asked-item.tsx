import type { ReactNode } from 'react';
import { itemInShort } from '../../../shared/domain/request/request-item.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { AskedFacts } from '../parts/asked-facts.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { CostsShown } from '../parts/money.tsx';
import { useNamed } from '../parts/named.ts';
import { Panel } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { AnswerForm } from './answer-form.tsx';
import { PackageAnswer } from './package-answer.tsx';
import { mayAnswer, mayWithdraw } from './received-acts.ts';
import { RECEIVED } from './received-words.ts';

type Asked = ReceivedRequestView['items'][number];
type Given = NonNullable<Asked['given']>;

const TONES: Readonly<Record<Asked['progress'], Tone>> = { unanswered: 'waiting', overdue: 'bad', answered: 'good' };

interface AskedItemProps {
  readonly view: ReceivedRequestView;
  readonly asked: Asked;
  /** Its place among the items, from one. */
  readonly number: number;
  readonly etag: string | undefined;
}

/** One item of a partner's request: what is asked, and this city's answer to it, given or to be given. */
export const AskedItem = ({ view, asked, number, etag }: AskedItemProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const inShort = useItemInShort();
  const may = useMay();
  const { item, progress, given } = asked;
  const { requestId } = view;
  const isAnswerable = mayAnswer(view, asked) && may(receivedRequestRoutes.answerReceivedRequest);
  return (
    <Panel
      title={say('item', { number, what: inShort(itemInShort(item)) })}
      actions={
        <>
          <Tag tone={TONES[progress]}>{say(`progress.${progress}`)}</Tag>
          {isAnswerable && item.kind !== 'supplies' && <PackageAnswer requestId={requestId} item={item} etag={etag} />}
        </>
      }
    >
      <AskedFacts item={item} />
      {given && <GivenAnswer view={view} given={given} etag={etag} />}
      {isAnswerable && <AnswerForm requestId={requestId} item={item} etag={etag} />}
    </Panel>
  );
};

interface GivenAnswerProps {
  readonly view: ReceivedRequestView;
  readonly given: Given;
  readonly etag: string | undefined;
}

const GivenAnswer = ({ view, given, etag }: GivenAnswerProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const named = useNamed();
  const may = useMay();
  const { answer, automatic, answeredAt, messageId } = given;
  const promise = answer.response === 'decline' ? undefined : answer;
  const mayTakeBack = mayWithdraw(view, messageId) && may(receivedRequestRoutes.withdrawAnswer);
  return (
    <section className={`given-answer given-answer-${answer.response}`} aria-label={say('given.title')}>
      <Facts
        facts={[
          [
            say('given.title'),
            <strong key="response">
              {say(`response.${answer.response}`)} {automatic && <Tag>{say('given.automatic')}</Tag>}
            </strong>,
          ],
          [say('given.teams'), promise && named(promise)],
          [say('given.departure'), promise && <Moment at={promise.estimatedDeparture} />],
          [say('given.arrival'), promise && <Moment at={promise.estimatedArrival} relative />],
          [say('given.costs'), promise && <CostsShown costs={promise.costs} />],
          [say('given.reason'), answer.response === 'accept' ? undefined : answer.reason],
          [say('given.at'), <Moment key="at" at={answeredAt} />],
        ]}
      />
      {mayTakeBack && <WithdrawAnswer requestId={view.requestId} messageId={messageId} etag={etag} />}
    </section>
  );
};

interface WithdrawAnswerProps {
  readonly requestId: string;
  readonly messageId: string;
  readonly etag: string | undefined;
}

const WithdrawAnswer = ({ requestId, messageId, etag }: WithdrawAnswerProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const command = useCommand(receivedRequestRoutes.withdrawAnswer);
  return (
    <CommandDialog<{ readonly reason: string }, Parameters<typeof command.run>[0], unknown>
      act={say('withdraw.act')}
      danger
      command={command}
      inputOf={(body) => ({
        params: { requestId, messageId },
        body,
        ...(etag === undefined ? {} : { ifMatch: etag }),
      })}
    >
      <p>{say('withdraw.explained')}</p>
      <WordsField name={['reason']} label={say('withdraw.reason')} />
    </CommandDialog>
  );
};
