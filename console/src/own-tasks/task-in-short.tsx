import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { AgencyTaskCardSchema } from '../../../shared/domain/task/task-listings.ts';
import { useSpeech } from '../i18n/language.ts';
import { ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { outcomeTone } from './outcome-tone.ts';
import { OWN_TASKS } from './own-tasks-words.ts';

/** A task that is no longer in hand, in a few lines. */
export const TaskInShort = ({ card }: { readonly card: z.infer<typeof AgencyTaskCardSchema> }): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  return (
    <div className="own-card">
      <div className="own-card-head">
        <h3>
          <SubjectLink kind="task" id={card.taskId}>
            {card.mission}
          </SubjectLink>
        </h3>
        <Tag tone={outcomeTone(card.yours)}>{say(`outcome.${card.yours}`)}</Tag>
      </div>
      <p className="muted">
        <ExerciseMark exercise={card.exercise} /> {card.incident.title} · <Moment at={card.createdAt} />
      </p>
    </div>
  );
};
