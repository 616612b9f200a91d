import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Language } from '../domain/kernel/text.ts';
import type { NoticeContent } from '../domain/notification/importance.ts';

/** One notice on its way to one place. */
export interface NotifiedOf {
  readonly deliveryId: string;
  readonly city: CityCode;
  readonly now: Instant;
  readonly language: Language;
  readonly notice: NoticeContent;
}
