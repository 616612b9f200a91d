import { WORK_ORDER_STEPS, type WorkOrderStep } from '../../../shared/domain/request/work-order-step.ts';

/** The seven steps in order. */
export const STEPS = Object.keys(WORK_ORDER_STEPS) as WorkOrderStep[];
