import * as z from 'zod';

/** A city's duty room, as partner cities see it: an office, not a person. */
export const DutyRoomSchema = z.strictObject({
  name: z.string().min(1).max(200),
  telephone: z.string().min(1).max(100),
});
export type DutyRoom = z.infer<typeof DutyRoomSchema>;
