import { workOrder } from '../../shared/domain/work-order/work-order.ts';
import type { WorkOrderCommand } from '../../shared/domain/work-order/work-order-commands.ts';
import type { WorkOrderEntry } from '../../shared/domain/work-order/work-order-details.ts';
import { type WorkOrderState, WorkOrderStateSchema } from '../../shared/domain/work-order/work-order-state.ts';
import { circumstances } from './circumstances.ts';

export const WORK_ORDER_ID = '0190b000-0000-7000-8000-000000000c01';

/** @returns an order of the hotline about a flood, as it comes in. */
export const anEntry = (overrides: Partial<WorkOrderEntry> = {}): WorkOrderEntry => ({
  number: 'HL-20260715-0001',
  hazard: 'flood',
  description: '南川河边小区地下车库进水，有人被困，请联系 13800000001。',
  occurredAt: '2026-07-14T23:30:00.000Z',
  position: { latitude: 36.6, longitude: 101.77, crs: 'CGCS2000', place: '南川东路虚构小区' },
  caller: { name: '虚构来电人', telephone: '13800000001' },
  exercise: false,
  ...overrides,
});

/** @returns the order after these commands of a coordinator, each of which must be accepted. */
export const afterCommands = (
  order: WorkOrderState | undefined,
  ...commands: readonly WorkOrderCommand[]
): WorkOrderState => {
  const after = commands.reduce<WorkOrderState | undefined>((before, command) => {
    const decision = workOrder.decide(before, command, circumstances({ role: 'coordinator' }));
    if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
    return decision.events.reduce<WorkOrderState | undefined>(
      (sum, event) => workOrder.evolve(sum, workOrder.eventSchema.parse(event)),
      before,
    );
  }, order);
  return WorkOrderStateSchema.parse(after);
};

/** @returns an order that has come in. */
export const aWorkOrder = (entry: Partial<WorkOrderEntry> = {}, id = WORK_ORDER_ID): WorkOrderState =>
  afterCommands(undefined, { type: 'enter', id, entry: anEntry(entry), likes: [] });
