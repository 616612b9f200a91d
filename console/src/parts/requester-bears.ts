import type { AgreementTerms, Payer } from '../../../shared/domain/agreement/agreement-terms.ts';
import { COST_CATEGORIES, type Costs } from '../../../shared/domain/vocabulary/costs.ts';

/** How much of a category the side that asked bears. */
const SHARES: Readonly<Record<Payer, number>> = { 'requesting-side': 1, 'assisting-side': 0, 'shared-equally': 0.5 };

/** @returns what the side that asked bears of the costs, CNY fen: of what is shared, half, rounded up. */
export const requesterBears = (costs: Costs, payment: AgreementTerms['payment']): number =>
  COST_CATEGORIES.reduce((sum, category) => sum + Math.ceil((costs[category] ?? 0) * SHARES[payment[category]]), 0);
