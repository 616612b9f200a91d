import type { z } from 'zod';
import type { QuestionSubject } from '../../../shared/domain/question/question-and-reply.ts';
import type { QuestionDetailsSchema } from '../../../shared/domain/question/question-commands.ts';
import type { Position } from '../../../shared/domain/vocabulary/position.ts';
import { typedPosition } from '../parts/position-fields.tsx';

type Details = z.input<typeof QuestionDetailsSchema>;
type QuoteItem = Extract<Details, { kind: 'quote' }>['items'][number];

/** What is entered as a question; named by its path in the body. */
export interface QuestionEntry {
  readonly kind: Details['kind'];
  readonly agreementId: string;
  readonly replyBy?: string | undefined;
  readonly exercise?: boolean | undefined;
  readonly text?: string | undefined;
  readonly items?: readonly (Omit<QuoteItem, 'reportingPoint'> & { readonly reportingPoint: Omit<Position, 'crs'> })[];
}

const SUBJECTS: readonly QuestionSubject['kind'][] = ['request', 'deployment', 'offer'];

/** @returns what an address says that is asked about: `about` and `id`. */
export const subjectIn = (search: URLSearchParams): QuestionSubject | undefined => {
  const kind = SUBJECTS.find((each) => each === search.get('about'));
  const id = search.get('id');
  return kind === undefined || id === null ? undefined : { kind, id };
};

/** @returns the question as the API takes it: what was not said is left out. */
export const questionOf = (entry: QuestionEntry, about: QuestionSubject | undefined): Details => {
  const { kind, agreementId, replyBy, exercise = false, text, items = [] } = entry;
  const asking = {
    agreementId,
    exercise,
    ...(about === undefined ? {} : { about }),
    ...(replyBy === undefined ? {} : { replyBy }),
  };
  if (kind === 'information') return { kind, ...asking, text: text ?? '' };
  return {
    kind,
    ...asking,
    ...(text === undefined ? {} : { text }),
    items: items.map(({ reportingPoint, ...item }) => ({ ...item, reportingPoint: typedPosition(reportingPoint) })),
  };
};
