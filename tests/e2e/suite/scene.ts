import { expect } from 'vitest';
import { createDesk, type Desk } from '../../../scripts/walkthrough/desks.ts';
import { ProblemAnswer, UnexpectedAnswer } from '../../../shared/http/client.ts';
import type { Problem } from '../../../shared/http/problem.ts';
import type { Deployment } from '../deployment.ts';

/** The city that asks for help, the one that gives it, and a third one. */
export const XINING = '630100';
export const LANZHOU = '620100';
export const HAIDONG = '630200';

/** What a scenario works with. */
export interface Scene {
  readonly deployment: Deployment;
  readonly desk: Desk;
}

export const sceneOf = (deployment: Deployment): Scene => ({ deployment, desk: createDesk(deployment) });

/** @returns this moment, as the service writes it. */
export const now = (): string => new Date().toISOString();

/** @returns the problem a call was answered with; the test fails when it was not refused so. */
export const refusalOf = async (call: Promise<unknown>): Promise<Problem> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemAnswer) return error.problem;
  throw new Error('the call was not refused with a problem', { cause: error });
};

/** @returns the status a call was refused with, by whomever. */
export const statusOf = async (call: Promise<unknown>): Promise<number> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnexpectedAnswer);
  return (error as UnexpectedAnswer).status;
};
