import * as z from 'zod';

/** A person as messages and states name them; as long as OpenID Connect lets a subject be, and as a name is. */
export const PersonReferenceSchema = z.strictObject({
  id: z.string().min(1).max(255),
  name: z.string().min(1).max(200),
});
export type PersonReference = z.infer<typeof PersonReferenceSchema>;
