import type * as z from 'zod';
import { idempotencyWrite, storedAnswer } from '../../shared/data/idempotency.ts';
import { type NoticeRow, NoticeRowSchema } from '../../shared/data/rows.ts';
import { TransactionCancelled } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { problems } from '../../shared/http/problems.ts';
import type { NoticeSchema } from '../../shared/http/routes/duty-room.ts';
import { noticeView } from '../../shared/http/views/notice.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { DutyRoomCell } from './handler.ts';

const NOTICE: Text = { zh: '提醒', en: 'notice' };

type Input = RouteInput<{ readonly noticeId: string }, unknown, unknown>;
type Output = RouteOutput<z.infer<typeof NoticeSchema>>;

/**
 * Notes who has seen a notice. The first to acknowledge it stays named; whoever comes later gets it as it is.
 * @throws ProblemError 404
 */
export const acknowledge = async (cell: DutyRoomCell, input: Input): Promise<Output> => {
  const { params, person, idempotency } = input;
  const item = await cell.store.get(keys.notice(params.noticeId));
  if (!item) throw problems.notFound(NOTICE, params.noticeId);
  const notice = NoticeRowSchema.parse(item);
  if (notice.acknowledgedBy) return { body: noticeView(notice) };
  const now = cell.clock.now();
  const acknowledged: NoticeRow = {
    ...notice,
    version: notice.version + 1,
    acknowledgedBy: { id: person.id, name: person.name, at: now },
  };
  const body = noticeView(acknowledged);
  try {
    await cell.store.transact(
      [
        { kind: 'put', item: acknowledged, condition: { kind: 'equals', attribute: 'version', value: notice.version } },
        ...(idempotency ? [idempotencyWrite(idempotency, { status: 200, body }, now)] : []),
      ],
      cell.newId(),
    );
    return { body };
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    if (idempotency) await storedAnswer(cell.store, idempotency);
    return acknowledge(cell, input);
  }
};
