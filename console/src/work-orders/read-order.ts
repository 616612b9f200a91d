import type { WorkOrderView } from '../../../shared/http/views/work-order.ts';

/** A work order as it was read, with its version. */
export interface ReadOrder {
  readonly order: WorkOrderView;
  readonly etag: string | undefined;
}

/** @returns what names an order as it was seen, for a command. */
export const seen = ({ order: { workOrderId }, etag }: ReadOrder) => ({
  params: { workOrderId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});
