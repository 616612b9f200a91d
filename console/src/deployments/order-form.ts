import type { DeploymentView } from '../../../shared/http/views/deployment.ts';

/** @returns which of the three forms an order has: for a team that is lent, an own one, or goods. */
export const formOf = ({ lot, owner, requester }: Pick<DeploymentView, 'lot' | 'owner' | 'requester'>) => {
  if (lot) return 'lot';
  return owner === requester ? 'own' : 'team';
};
