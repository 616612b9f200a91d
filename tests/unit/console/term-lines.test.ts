import { expect, test } from 'vitest';
import { comparedLines, type TermSpeech, termLines } from '../../../console/src/agreements/term-lines.ts';
import { someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { AgreementTermsSchema } from '../../../shared/domain/agreement/agreement-terms.ts';

const speech: TermSpeech = {
  say: (word, values = {}) => [word, ...Object.values(values)].join(' '),
  read: ({ en }) => en,
  moment: (at) => at.slice(0, 10),
};
const linesOf = (changes: Parameters<typeof someTerms>[1]) =>
  termLines(AgreementTermsSchema.parse(someTerms('2026-07-18T00:00:00.000Z', changes)), speech);

test('terms stand in full words, what is shared and promised in advance among them', () => {
  const words = new Map(
    linesOf({ listings: { team: true, package: true, agency: false, expert: false, stock: false } }).map(
      (line) => [line.name, line.words] as const,
    ),
  );
  expect(words.get('terms.listings')).toBe('teamandpackage');
  expect(words.get('terms.pre-authorised')).toBe('terms.pre-authorised.value Emergency communications 3 1');
  expect(words.get('terms.payment equipment')).toBe('borne by the assisting side');
  expect(words.get('terms.until')).toBe('2027-07-18');
});

test('of two versions, exactly the terms that differ are marked', () => {
  const compared = comparedLines(linesOf({}), linesOf({ replyWithinMinutes: 45, preAuthorised: [] }));
  expect(compared.filter(({ differs }) => differs).map(({ name }) => name)).toEqual([
    'terms.reply',
    'terms.pre-authorised',
  ]);
});
