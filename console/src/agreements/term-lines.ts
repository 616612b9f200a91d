import { type AgreementTerms, kindsListedUnder, PAYERS } from '../../../shared/domain/agreement/agreement-terms.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { COST_CATEGORIES } from '../../../shared/domain/vocabulary/costs.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { COST_CATEGORY_NAMES } from '../../../shared/reference/cost-categories.ts';

/** One term in words. */
export interface TermLine {
  readonly name: string;
  readonly words: string;
}

type TermWord =
  | 'and'
  | 'terms.arming'
  | 'terms.from'
  | 'terms.hazards'
  | 'terms.kinds'
  | 'terms.liability'
  | 'terms.listings'
  | 'terms.listings.none'
  | 'terms.name'
  | 'terms.payment'
  | 'terms.pre-authorised'
  | 'terms.pre-authorised.none'
  | 'terms.pre-authorised.value'
  | 'terms.reply'
  | 'terms.reply.value'
  | 'terms.until'
  | `arming.${AgreementTerms['arming']}`;

/** How terms are put into words: those of the screens, and the way moments are said. */
export interface TermSpeech {
  readonly say: (word: TermWord, values?: Readonly<Record<string, string | number>>) => string;
  readonly read: (text: Text) => string;
  readonly moment: (at: string) => string;
}

const preAuthorised = ({ preAuthorised: promises }: AgreementTerms, { say, read }: TermSpeech): string =>
  promises
    .map(({ kind, level, quantity }) =>
      say('terms.pre-authorised.value', { kind: read(RESOURCE_KINDS[kind]), level, quantity }),
    )
    .join('\n') || say('terms.pre-authorised.none');

/** @returns the terms in full words, in the order in which one reads them. */
export const termLines = (terms: AgreementTerms, speech: TermSpeech): readonly TermLine[] => {
  const { say, read, moment } = speech;
  const together = (texts: readonly Text[]): string => texts.map(read).join(say('and'));
  const shared = kindsListedUnder(terms).map((kind) => AGGREGATE_KIND_NAMES[kind]);
  return [
    { name: say('terms.name'), words: terms.title },
    { name: say('terms.from'), words: moment(terms.validFrom) },
    { name: say('terms.until'), words: moment(terms.validUntil) },
    { name: say('terms.arming'), words: say(`arming.${terms.arming}`) },
    { name: say('terms.hazards'), words: together(terms.hazards.map((hazard) => HAZARDS[hazard])) },
    { name: say('terms.kinds'), words: together(terms.resourceKinds.map((kind) => RESOURCE_KINDS[kind])) },
    { name: say('terms.reply'), words: say('terms.reply.value', { minutes: terms.replyWithinMinutes }) },
    ...COST_CATEGORIES.map((category) => ({
      name: say('terms.payment', { category: read(COST_CATEGORY_NAMES[category]) }),
      words: read(PAYERS[terms.payment[category]]),
    })),
    { name: say('terms.liability'), words: terms.liability },
    { name: say('terms.pre-authorised'), words: preAuthorised(terms, speech) },
    { name: say('terms.listings'), words: together(shared) || say('terms.listings.none') },
  ];
};

/** A term as it is and as it is to be. */
export interface ComparedLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

/** @returns the same terms of two versions beside each other. */
export const comparedLines = (before: readonly TermLine[], after: readonly TermLine[]): readonly ComparedLine[] =>
  before.map(({ name, words }, at) => {
    const proposed = after[at]?.words ?? '';
    return { name, before: words, after: proposed, differs: words !== proposed };
  });
