import type { WorkOrderState } from '../../shared/domain/work-order/work-order-state.ts';
import type { Person } from '../../shared/http/person.ts';
import { problems } from '../../shared/http/problems.ts';
import { hasOneOf, READERS } from '../../shared/http/roles.ts';
import { type WorkOrderView, workOrderView } from '../../shared/http/views/work-order.ts';

/** @returns whether somebody sees orders as the hotline does: its own, and of them what it tells the caller. */
export const isHotline = ({ roles }: Pick<Person, 'roles'>): boolean => !hasOneOf(roles, READERS);

/** @throws ProblemError 404 where the order is not one that the hotline itself entered: whether there is such an order is not its affair. */
export const assertOwn = (person: Person, { id, enteredBy }: WorkOrderState): void => {
  if (isHotline(person) && enteredBy.id !== person.id) throw problems.notFound({ zh: '工单', en: 'work order' }, id);
};

/** @returns the order as this person may see it. @throws ProblemError 404 for what is another's. */
export const shownTo = (person: Person, order: WorkOrderState, into?: WorkOrderState): WorkOrderView => {
  assertOwn(person, order);
  return workOrderView(order, { forHotline: isHotline(person), into });
};
