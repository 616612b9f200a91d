import * as z from 'zod';

/** A sentence or name a person reads, in both languages of the service. */
export const TextSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof TextSchema>;

/** The languages of {@link Text}; the first is the default of the duty rooms. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
