import type { OpenRequest, RequestState } from './request-state.ts';

/** @returns what was written, whatever has become of it. */
export const writtenOf = ({ id, requester, incident, exercise, items, authors, draftedAt, plan }: RequestState) => ({
  ...{ id, requester, incident, exercise, items, authors, draftedAt },
  ...(plan === undefined ? {} : { plan }),
});

/** @returns a request that may be filled again, whatever it had come to. */
export const revived = (state: OpenRequest): Extract<RequestState, { status: 'placed' }> => {
  if (state.status === 'placed') return state;
  const { approval, placements, requisitions, ownHelp, endedDeployments, failures, followUp } = state;
  const engagement = { approval, placements, requisitions, ownHelp, endedDeployments, failures };
  return { status: 'placed', ...writtenOf(state), ...engagement, ...(followUp ? { followUp } : {}) };
};
