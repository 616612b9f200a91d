export { type DutyRoom, DutyRoomSchema } from '../domain/kernel/duty-room.ts';
