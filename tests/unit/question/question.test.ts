import { describe, expect, it } from 'vitest';
import { question } from '../../../shared/domain/question/question.ts';
import type { QuestionCommand } from '../../../shared/domain/question/question-commands.ts';
import { agreementIn, outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { askingCities, informationDetails, QUESTION_ID, quoteDetails } from '../../builders/question.ts';

const DUE = '2026-07-15T02:00:00.000Z';
const clock: QuestionCommand = { type: 'clock-ran-out' };
const withdraw: QuestionCommand = { type: 'withdraw', reason: '已另行查明' };
const inWords: QuestionCommand = {
  type: 'answer',
  details: { kind: 'information', response: 'accept', text: '四艘' },
};

const asked = (details = informationDetails()) => {
  const cities = askingCities();
  cities.ask(details);
  cities.deliverAll();
  return cities;
};

const priced = () => {
  const cities = asked(quoteDetails());
  const { question: asking } = cities.state(LANZHOU);
  if (asking.kind !== 'quote') throw new Error('a price was asked');
  const [item] = asking.items;
  if (!item) throw new Error('of one item');
  return { cities, itemId: item.itemId };
};

describe('a question', () => {
  it('is with the partner, the same at both ends, to be answered as soon as requests are', () => {
    const cities = asked();
    const { side: here, ...atAsker } = cities.state(XINING);
    const { side: there, ...atAsked } = cities.state(LANZHOU);
    expect([here, there]).toEqual(['asker', 'asked']);
    expect(atAsked).toEqual(atAsker);
    expect(atAsked).toMatchObject({ status: 'asked', question: { text: '现有冲锋舟多少艘？', replyBy: DUE } });
  });

  it('is answered in words', () => {
    const cities = asked();
    cities.act(LANZHOU, inWords);
    expect(cities.underWay()).toEqual(['ResponseToRequestInformation']);
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({ status: 'answered', reply: { text: '四艘' } });
  });

  it('for prices is answered with one for each item', () => {
    const { cities, itemId } = priced();
    const quote = { response: 'provisional' as const, itemId, costs: { personnel: 500_000 }, reason: '不含住宿' };
    cities.act(LANZHOU, { type: 'answer', details: { kind: 'quote', quotes: [quote] } });
    expect(cities.underWay()).toEqual(['ResponseToRequestQuote']);
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({ status: 'answered', reply: { quotes: [quote] } });
  });

  it('for prices is not answered in words, nor about other items, nor twice about the same', () => {
    const { cities, itemId } = priced();
    const quote = { response: 'accept' as const, itemId, costs: {} };
    expect(outcomeOf(cities.act(LANZHOU, inWords))).toBe('answer-of-wrong-kind');
    for (const quotes of [[{ ...quote, itemId: QUESTION_ID }], [quote, quote]])
      expect(outcomeOf(cities.act(LANZHOU, { type: 'answer', details: { kind: 'quote', quotes } }))).toBe(
        'quoted-items-differ',
      );
  });

  it.each([
    ['about a kind out of scope', { items: [{ ...itemOf(), kind: 'mine-rescue' }] }, 'resource-kind-out-of-scope'],
    ['due in the past', { replyBy: '2026-07-14T00:00:00.000Z' }, 'reply-deadline-passed'],
  ])('is refused %s', (_what, details, code) => {
    expect(outcomeOf(askingCities().ask(quoteDetails(details)))).toBe(code);
  });

  it('for information may be about anything while the agreement is usable', () => {
    const agreement = signedAgreement(someTerms({ resourceKinds: ['communications'] }));
    expect(outcomeOf(askingCities(agreement).ask())).toBe('accepted');
    const ask = { type: 'ask' as const, id: QUESTION_ID, details: informationDetails() };
    const under = (state: ReturnType<typeof signedAgreement> | undefined) =>
      outcomeOf(askingCities().act(XINING, { ...ask, agreement: state }));
    expect(under(undefined)).toBe('agreement-not-found');
    expect(under({ ...signedAgreement(), exercise: true })).toBe('agreement-for-exercises-only');
    expect(outcomeOf(askingCities().act(XINING, { ...ask, agreement: agreementIn.suspended() }))).toBe(
      'agreement-not-in-force',
    );
  });

  it('refused by the partner shows as not delivered', () => {
    const cities = askingCities(signedAgreement(someTerms({ resourceKinds: ['medical-rescue'] })));
    const agreement = signedAgreement();
    cities.act(XINING, { type: 'ask', id: QUESTION_ID, details: quoteDetails(), agreement });
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({
      status: 'undelivered',
      failures: [{ code: 'resource-kind-out-of-scope' }],
    });
  });

  it('is withdrawn by the asker alone, and then not answered', () => {
    const cities = asked();
    expect(outcomeOf(cities.act(LANZHOU, withdraw))).toBe('wrong-side-of-question');
    expect(outcomeOf(cities.act(XINING, inWords))).toBe('wrong-side-of-question');
    cities.act(XINING, withdraw);
    cities.deliverAll();
    expect(cities.state(LANZHOU)).toMatchObject({ status: 'withdrawn', reason: '已另行查明' });
    expect(outcomeOf(cities.act(LANZHOU, inWords))).toBe('question-not-open');
  });

  it('withdrawn while the answer was under way counts as answered at both ends', () => {
    const cities = asked();
    cities.act(XINING, withdraw);
    cities.act(LANZHOU, inWords);
    cities.deliverAll();
    expect(cities.state(XINING).status).toBe('answered');
    expect(cities.state(LANZHOU).status).toBe('answered');
  });

  it.each([XINING, LANZHOU])('unanswered when it is due rings once in %s, and may still be answered', (city) => {
    const cities = asked();
    expect(question.dueAt(cities.state(city))).toBe(DUE);
    cities.setTime(DUE);
    const rung = cities.act(city, clock);
    expect(rung).toMatchObject({ events: [{ type: 'questionOverdue', at: DUE }] });
    expect(question.dueAt(cities.state(city))).toBeUndefined();
    expect(cities.act(city, clock)).toEqual({ accepted: true, events: [] });
    expect(question.notices?.({ type: 'questionOverdue', at: DUE }, cities.state(city))).toEqual([]);
    cities.act(LANZHOU, inWords);
    cities.deliverAll();
    expect(cities.state(XINING).status).toBe('answered');
  });

  it('answered in time rings nowhere', () => {
    const cities = asked();
    cities.act(LANZHOU, inWords);
    cities.deliverAll();
    expect([XINING, LANZHOU].map((city) => question.dueAt(cities.state(city)))).toEqual([undefined, undefined]);
  });

  it('is nobody else’s business', () => {
    const cities = asked();
    const { question: asking } = cities.state(XINING);
    const reply = {
      kind: 'information' as const,
      response: 'accept' as const,
      text: '五艘',
      messageId: QUESTION_ID,
      answeredAt: DUE,
    };
    expect(outcomeOf(cities.act(XINING, { type: 'receive-answer', from: '630200', reply }))).toBe(
      'not-party-to-question',
    );
    const again = {
      type: 'receive' as const,
      id: QUESTION_ID,
      from: XINING,
      question: asking,
      agreement: signedAgreement(),
    };
    expect(outcomeOf(cities.act(LANZHOU, again))).toBe('question-already-asked');
    expect(outcomeOf(askingCities().act(LANZHOU, inWords))).toBe('question-not-found');
  });
});

function itemOf() {
  const details = quoteDetails();
  if (details.kind !== 'quote') throw new Error('a price is asked');
  return details.items[0];
}
