import { idempotencyWrite } from '../../shared/data/idempotency.ts';
import { noticeRowWrites } from '../../shared/data/notices.ts';
import type { NoticeRow } from '../../shared/data/rows.ts';
import type { Write } from '../../shared/data/store.ts';
import { routine } from '../../shared/domain/kernel/notice.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { RouteInput } from '../../shared/lambda/bound-route.ts';
import type { SetAsideCell } from './handler.ts';

/** What somebody did, to be kept with the answer to it. */
interface Act {
  readonly text: Text;
  readonly subject: NoticeRow['subject'];
  readonly answer: { readonly status: number; readonly body: unknown };
  readonly writes?: readonly Write[];
}

/** Keeps who did it where the duty room sees it, in the log, and the answer for a repeat. */
export const acted = async (
  { store, clock, newId, log }: SetAsideCell,
  { person, idempotency }: Pick<RouteInput<unknown, unknown, unknown>, 'person' | 'idempotency'>,
  { text, subject, answer, writes = [] }: Act,
): Promise<void> => {
  const at = clock.now();
  log.info('tried again', { ...subject, by: person.id, text: text.en });
  await store.transact(
    [
      ...writes,
      ...noticeRowWrites({ id: newId(), at, draft: routine(text.zh, text.en), subject }),
      ...(idempotency ? [idempotencyWrite(idempotency, answer, at)] : []),
    ],
    newId(),
  );
};
