import type { NoticeDraft } from '../domain/kernel/aggregate.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { type Audience, audiencesOf } from '../domain/notification/audience.ts';
import { spoken } from '../reference/spoken.ts';
import type { NoticeRow } from './rows.ts';
import type { Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** A notice as somebody or something gives it. */
export interface GivenNotice {
  /** uuid v7. */
  readonly id: string;
  readonly at: Instant;
  readonly draft: NoticeDraft;
  readonly subject: NoticeRow['subject'];
  readonly isExercise?: boolean;
}

/**
 * @returns the writes that put a notice before each of its audiences: one row for each, so that what a person may see is read from
 * the partitions of the audiences that the person is in, and nothing else has to be looked at. The first one is acknowledged, and
 * is the one that the table's stream tells of.
 */
export const noticeRowWrites = ({ id, at, draft, subject, isExercise = false }: GivenNotice): readonly Write[] => {
  const audiences = audiencesOf(draft);
  const row = (audience: Audience, index: number): NoticeRow => ({
    ...keys.notice(id, audience),
    entity: index === 0 ? ENTITY.notice : ENTITY.noticeCopy,
    id,
    at,
    urgency: draft.urgency,
    text: spoken(draft.text),
    subject,
    audiences: [...audiences],
    ...(isExercise ? { exercise: true } : {}),
    version: 1,
  });
  return audiences.map((audience, index) => ({
    kind: 'put',
    item: row(audience, index),
    condition: { kind: 'absent' },
  }));
};
