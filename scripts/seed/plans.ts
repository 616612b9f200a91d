import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { type PlanDetails, PlanDetailsSchema } from '../../shared/domain/plan/plan-details.ts';
import { planRoutes } from '../../shared/http/routes/plans.ts';
import type { Desk } from '../walkthrough/desks.ts';
import { demoPlans } from './demo-files.ts';

/** @returns the plans of a city that have a request ready. */
export const readPlans = (city: CityCode): readonly PlanDetails[] =>
  z.array(PlanDetailsSchema).parse(parse(readFileSync(demoPlans(city), 'utf8')));

/** Puts these plans on file. Every call bears the same key whenever it is made, so that no plan comes twice. */
export const filePlans = async (desk: Desk, city: CityCode): Promise<void> => {
  for (const [number, body] of readPlans(city).entries()) {
    const idempotencyKey = `seed-plan-${city}-${number}`;
    await desk('administrator', city).call(planRoutes.filePlan, { idempotencyKey, body });
  }
};
