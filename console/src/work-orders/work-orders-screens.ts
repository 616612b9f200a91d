import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Work orders of the 12345 hotline. */
export const WORK_ORDERS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'work-orders',
    navigation: { group: 'response', name: SCREEN_NAMES['work-orders'] },
    needs: [workOrderRoutes.listWorkOrders],
    load: async () => (await import('./work-order-list.tsx')).WorkOrderList,
  },
  {
    path: 'work-orders/new',
    needs: [workOrderRoutes.enterWorkOrder],
    load: async () => (await import('./enter-work-order.tsx')).EnterWorkOrder,
  },
  {
    path: 'work-orders/:workOrderId',
    needs: [workOrderRoutes.readWorkOrder],
    shows: 'work-order',
    load: async () => (await import('./work-order-screen.tsx')).WorkOrderScreen,
  },
];
