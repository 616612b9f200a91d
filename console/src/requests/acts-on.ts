import type { RequestView } from '../../../shared/http/views/request.ts';

/** What the state of a request allows; what the role allows is another matter. */
export interface ActsOn {
  readonly revise: boolean;
  readonly approve: boolean;
  readonly sendBack: boolean;
  /** With partners, and of own teams. */
  readonly place: boolean;
  readonly update: boolean;
  readonly cancel: boolean;
  readonly requisition: boolean;
  readonly followUp: boolean;
  readonly close: boolean;
}

type Facts = Pick<RequestView, 'status' | 'deployments' | 'requisitions' | 'followUp' | 'placements'>;

const OPEN: readonly RequestView['status'][] = ['placed', 'lapsed', 'unable-to-fill'];

/** @returns what can be done about a request as it stands. The API has the last word. */
export const actsOn = ({ status, deployments, requisitions, followUp, placements }: Facts): ActsOn => {
  const isDraft = status === 'drafted';
  const isOpen = OPEN.includes(status);
  const isQuiet = deployments.every(({ ended }) => ended);
  const isAwaited = requisitions.some((record) => record.status === 'awaiting');
  return {
    revise: isDraft,
    approve: isDraft,
    sendBack: isDraft || status === 'approved',
    place: status === 'approved' || isOpen,
    update: isOpen && placements.length > 0,
    cancel: status !== 'cancelled' && status !== 'closed' && isQuiet,
    requisition: isOpen,
    followUp: isOpen && followUp === undefined && deployments.length > 0 && isQuiet,
    close: isOpen && isQuiet && !isAwaited,
  };
};
