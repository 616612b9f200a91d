import type { Refusal } from '../kernel/refusal.ts';
import type { ExpertDetails } from './expert-details.ts';
import { EXPERT_REFUSALS as REFUSALS } from './expert-refusals.ts';

/** Names shorter than this are too common to be found inside others, characters. */
const SHORTEST_PART = 4;

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()《》“”"'·-]/g, '');

/** Whether two names mean the same party: the same but for spaces, brackets and width, or one within the other. */
const isSameParty = (left: string, right: string): boolean => {
  const [shorter = '', longer = ''] = [plain(left), plain(right)].sort((a, b) => a.length - b.length);
  return shorter === longer || (shorter.length >= SHORTEST_PART && longer.includes(shorter));
};

/** @returns why the expert must not advise about the affairs of these parties: as declared, or because of the employer. */
export const conflictOfInterest = (
  { name, recusals, employer }: ExpertDetails,
  parties: readonly string[],
): Refusal | undefined => {
  const concerns = (other: string): boolean => parties.some((party) => isSameParty(party, other));
  const declared = recusals.find(({ party }) => concerns(party));
  if (declared) return { reason: REFUSALS.recused, parameters: { expert: name, ...declared } };
  return concerns(employer)
    ? { reason: REFUSALS.employerConcerned, parameters: { expert: name, party: employer } }
    : undefined;
};
