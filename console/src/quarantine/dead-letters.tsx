import type { ReactNode } from 'react';
import type * as z from 'zod';
import { setAsideRoutes } from '../../../shared/http/routes/set-aside.ts';
import type { DeadLettersViewSchema } from '../../../shared/http/views/dead-letters.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { QUARANTINE } from './quarantine-words.ts';
import { Redrive } from './redrive.tsx';

type Queue = z.infer<typeof DeadLettersViewSchema>;

/** What lies in the dead-letter queues, and having it tried again. */
export const DeadLetters = (): ReactNode => {
  const { say } = useSpeech(QUARANTINE);
  const queues = useRead(setAsideRoutes.listDeadLetters, {});
  return (
    <Panel title={say('dead.title')}>
      <Shown read={queues}>
        {({ items }) => (
          <WideTable
            label={say('dead.title')}
            heads={[say('column.queue'), say('column.count'), say('column.reason'), say('column.act')]}
          >
            {items.map((queue) => (
              <QueueLine key={queue.queue} queue={queue} />
            ))}
          </WideTable>
        )}
      </Shown>
    </Panel>
  );
};

const QueueLine = ({ queue: { queue, meaning, count, since, letters } }: { readonly queue: Queue }): ReactNode => {
  const { say, read } = useSpeech(QUARANTINE);
  const may = useMay();
  return (
    <tr>
      <th scope="row">{read(meaning)}</th>
      <td>
        {count === 0 ? <Tag tone="good">{say('dead.empty')}</Tag> : <Tag tone="bad">{count}</Tag>}{' '}
        {since && (
          <>
            {say('dead.since')} <Moment at={since} />
          </>
        )}
      </td>
      <td>
        {letters.map(({ what, count: alike, reason }) => (
          <div key={`${what.en} ${reason}`}>
            {say('dead.letters', { what: read(what), count: alike })} <span className="muted">{reason}</span>
          </div>
        ))}
      </td>
      <td>{may(setAsideRoutes.redriveDeadLetters) && <Redrive queue={queue} isEmpty={count === 0} />}</td>
    </tr>
  );
};
