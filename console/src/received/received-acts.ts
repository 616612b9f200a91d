import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';

type View = Pick<ReceivedRequestView, 'status' | 'items' | 'requisitions' | 'declines'>;
type Asked = ReceivedRequestView['items'][number];

const OPEN: readonly ReceivedRequestView['status'][] = ['received', 'answered', 'requisitioned', 'committed'];

/** @returns whether the request goes on. */
export const isGoingOn = ({ status }: Pick<View, 'status'>): boolean => OPEN.includes(status);

const isRequisitioned = ({ requisitions }: View, itemId: string): boolean =>
  requisitions.some(({ requisition }) => requisition.itemId === itemId);

/** @returns whether an item can be answered, in time or late. */
export const mayAnswer = (view: View, { item, progress }: Asked): boolean =>
  (isGoingOn(view) || view.status === 'lapsed') &&
  view.declines.length === 0 &&
  progress !== 'answered' &&
  !isRequisitioned(view, item.itemId);

/** @returns whether an answer can be taken back: nothing of any item it is about was requisitioned, or that was refused. */
export const mayWithdraw = (view: View, messageId: string): boolean => {
  const itemIds = view.items.flatMap(({ item, given }) => (given?.messageId === messageId ? [item.itemId] : []));
  return (
    isGoingOn(view) &&
    !view.requisitions.some(({ status, requisition }) => status !== 'refused' && itemIds.includes(requisition.itemId))
  );
};

/** @returns whether it has ended and is not put away yet. */
export const mayArchive = (view: Pick<View, 'status'>): boolean => !isGoingOn(view) && view.status !== 'archived';
