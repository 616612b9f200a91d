import * as z from 'zod';
import { refinement } from '../kernel/issue-sentence.ts';
import { CapMomentSchema, CapNameSchema } from './cap-text.ts';

/** What names an alert, everywhere: its sender, its identifier and when it was sent. */
export const CapReferenceSchema = z
  .strictObject({ sender: CapNameSchema, identifier: CapNameSchema, sent: CapMomentSchema })
  .meta({ id: 'CapReference' });
export type CapReference = z.infer<typeof CapReferenceSchema>;

/** @returns the alerts that `references` names; `undefined` when the text is not `sender,identifier,sent` parted by spaces. */
export const referencesOf = (text: string): readonly CapReference[] | undefined => {
  const parsed = text
    .trim()
    .split(/\s+/)
    .map((triple) => {
      const [sender, identifier, sent, ...more] = triple.split(',');
      return more.length === 0 ? CapReferenceSchema.safeParse({ sender, identifier, sent }) : undefined;
    });
  const references = parsed.flatMap((one) => (one?.success ? [one.data] : []));
  return references.length === parsed.length ? references : undefined;
};

/** @returns the reference as CAP writes it. */
export const referenceText = ({ sender, identifier, sent }: CapReference): string =>
  [sender, identifier, sent].join(',');

/** Alerts that this one is about, parted by spaces. */
export const CapReferencesSchema = z.string().refine(
  (text) => referencesOf(text) !== undefined,
  refinement({
    zh: '须为以空格分隔的“sender,identifier,sent”',
    en: 'must be sender,identifier,sent, several parted by spaces',
  }),
);
