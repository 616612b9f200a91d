import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import type { Progress } from './progress.ts';

/** Every status of a deployment in the order of the field, with what people read. */
export const DEPLOYMENT_STATUSES = {
  mobilising: { zh: '集结准备', en: 'Mobilising' },
  departed: { zh: '已出发', en: 'Departed' },
  'en-route': { zh: '途中', en: 'En route' },
  arrived: { zh: '已到达', en: 'Arrived' },
  working: { zh: '现场救援', en: 'Working' },
  returning: { zh: '返程中', en: 'Departed for home' },
  home: { zh: '已归建', en: 'Home' },
  cancelled: { zh: '出发前取消', en: 'Cancelled before departure' },
  closed: { zh: '已办结归档', en: 'Closed and archived' },
} as const satisfies Record<Progress['status'] | 'closed', Text>;
export type DeploymentStatus = keyof typeof DEPLOYMENT_STATUSES;
export const DeploymentStatusSchema = z
  .enum(Object.keys(DEPLOYMENT_STATUSES) as [DeploymentStatus, ...DeploymentStatus[]])
  .meta({ id: 'DeploymentStatus' });

/** @returns whether `next` is the same step of a mission as `status` or a later one. */
export const isNotBefore = (next: DeploymentStatus, status: DeploymentStatus): boolean => {
  const order = Object.keys(DEPLOYMENT_STATUSES);
  return order.indexOf(next) >= order.indexOf(status);
};

/** @returns the name of a status for sentences in either language. */
export const statusName = (status: DeploymentStatus): string =>
  `${DEPLOYMENT_STATUSES[status].zh} ${DEPLOYMENT_STATUSES[status].en}`;
