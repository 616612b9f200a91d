import { describe, expect, it } from 'vitest';
import { DeploymentCardSchema, deploymentListings } from '../../../shared/domain/deployment/deployment-listings.ts';
import { UNKNOWN_TIMES } from '../../../shared/domain/deployment/deployment-times.ts';
import { XINING } from '../../builders/circumstances.ts';
import { aDeployment } from '../../builders/deployment.ts';

describe('what lists show of a deployment', () => {
  it('is read from rows that were written before they said where to and when', () => {
    const [{ card } = { card: {} }] = deploymentListings(aDeployment().state(XINING));
    const { times: _, reportingPoint: __, ...before } = card as Record<string, unknown>;
    expect(DeploymentCardSchema.parse(before)).toEqual({ ...before, times: UNKNOWN_TIMES });
    expect(DeploymentCardSchema.parse(card)).toEqual(card);
  });
});
