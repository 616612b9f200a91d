import { type AgreementTerms, kindsListedUnder } from '../agreement/agreement-terms.ts';
import { type PartnerEntry, partnerEntry } from '../registry/partner-entry.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';

/** The terms that say what is shared. */
export type SharingTerms = Pick<AgreementTerms, 'hazards' | 'resourceKinds' | 'listings'>;

/**
 * @returns the entry as the partner may have it under these terms: of what it can do, only what could be asked for; `undefined` when
 * nothing is left, or the terms do not share its kind. What names no hazard, or sends no team, is not held against it.
 */
export const coveredEntry = (entry: RegistryEntry, terms: SharingTerms): PartnerEntry | undefined => {
  if (!kindsListedUnder(terms).includes(entry.kind)) return undefined;
  const capabilities = entry.capabilities.filter(({ kind }) => terms.resourceKinds.includes(kind));
  const hazards = entry.hazards.filter((hazard) => terms.hazards.includes(hazard));
  const nothingToSend = entry.capabilities.length > 0 && capabilities.length === 0;
  const nothingToMeet = entry.hazards.length > 0 && hazards.length === 0;
  return nothingToSend || nothingToMeet ? undefined : partnerEntry({ ...entry, capabilities, hazards });
};
