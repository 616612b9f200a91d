import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import type { Progress } from './progress.ts';

/** Every status of a deployment in the order of the field, with what people read. */
export const DEPLOYMENT_STATUSES = {
  mobilising: { zh: '集结准备', en: 'mobilising' },
  departed: { zh: '已出发', en: 'departed' },
  'en-route': { zh: '途中', en: 'en route' },
  arrived: { zh: '已到达', en: 'arrived' },
  working: { zh: '现场救援', en: 'working' },
  delivered: { zh: '已交付', en: 'delivered' },
  returning: { zh: '返程中', en: 'departed for home' },
  home: { zh: '已归建', en: 'home' },
  cancelled: { zh: '出发前取消', en: 'cancelled before departure' },
  closed: { zh: '已办结归档', en: 'closed and archived' },
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
