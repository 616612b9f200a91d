import type { ReactNode } from 'react';
import type * as z from 'zod';
import { moverInWords } from '../../../shared/domain/deadline/mover-in-words.ts';
import { ROLES } from '../../../shared/http/roles.ts';
import type { BoardEntrySchema } from '../../../shared/http/views/board.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { spoken } from '../../../shared/reference/spoken.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { ChangedMark, ExerciseMark } from '../parts/marks.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { BOARD } from './board-words.ts';

type BoardEntry = z.infer<typeof BoardEntrySchema>;
type Waiting = BoardEntry['waiting'][number];

/** Hand-offs that wait, each with everybody it waits for. */
export const NeedsNowList = ({ entries }: { readonly entries: readonly BoardEntry[] }): ReactNode => {
  const { say } = useSpeech(BOARD);
  if (entries.length === 0) return <p className="muted">{say('now.empty')}</p>;
  return (
    <ul className="needs">
      {entries.map((entry) => (
        <NeededNow key={`${entry.kind} ${entry.id} ${entry.handOff}`} entry={entry} />
      ))}
    </ul>
  );
};

const NeededNow = ({ entry }: { readonly entry: BoardEntry }): ReactNode => {
  const { read } = useSpeech(BOARD);
  return (
    <li className={entry.minutesLeft < 0 ? 'need need-over' : 'need'}>
      <Countdown due={entry.due} />
      <div>
        <p className="need-head">
          <ExerciseMark exercise={entry.exercise} />
          <SubjectLink kind={entry.kind} id={entry.id}>
            <strong>{read(entry.name)}</strong> <span className="muted">{read(AGGREGATE_KIND_NAMES[entry.kind])}</span>
          </SubjectLink>
          <ChangedMark id={entry.id} />
        </p>
        <ul>
          {entry.waiting.map((waiting) => (
            <li key={waiting.key}>
              <WaitedFor waiting={waiting} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
};

const WaitedFor = ({ waiting }: { readonly waiting: Waiting }): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const nameOf = (told: Waiting['escalatedTo'][number]): string =>
    'role' in told ? read(ROLES[told.role]) : told.name;
  return (
    <>
      {read(waiting.what)}{' '}
      <span className="muted">{say('now.waits', { who: read(spoken(moverInWords(waiting.waitsFor))) })}</span>
      {waiting.escalatedTo.length > 0 && (
        <span className="need-told"> {say('now.told', { who: waiting.escalatedTo.map(nameOf).join('、') })}</span>
      )}
    </>
  );
};
