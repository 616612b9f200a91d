import type * as z from 'zod';
import type {
  CitySettingsBodySchema,
  CitySettingsViewSchema,
} from '../../../shared/http/views/notification-settings.ts';
import { type EnteredWay, sentWay } from '../settings/ways.ts';

type Channels = z.infer<typeof CitySettingsViewSchema>;
type Body = z.input<typeof CitySettingsBodySchema>;

/** The channels of the duty room as the form has them: keys that are left empty stay as they are. */
export interface EnteredChannels {
  readonly language: 'zh' | 'en';
  readonly escalateAfterMinutes: number;
  readonly ways: readonly EnteredWay[];
  readonly usesMail: boolean;
  readonly mail?: Partial<NonNullable<Body['mail']>>;
  readonly usesSms: boolean;
  readonly sms?: { readonly address?: { readonly url?: string; readonly key?: string } };
}

/** @returns the form as it begins. */
export const enteredOf = ({ language, escalateAfterMinutes, ways, mail, sms }: Channels): EnteredChannels => {
  const { passwordSet: _, ...server } = mail ?? { passwordSet: false, port: 465, security: 'tls' as const };
  return {
    ...{ language, escalateAfterMinutes, ways },
    ...{ usesMail: mail !== undefined, mail: server },
    usesSms: sms !== undefined,
  };
};

/** What is entered, without what was left empty. */
const filled = <T extends object>(entered: T): Partial<T> =>
  Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== '' && value != null)) as Partial<T>;

/** @returns what is sent. */
export const bodyOf = ({
  language,
  escalateAfterMinutes,
  ways,
  usesMail,
  mail,
  usesSms,
  sms,
}: EnteredChannels): Body => {
  const gateway = filled(sms?.address ?? {});
  return {
    ...{ language, escalateAfterMinutes, ways: ways.map(sentWay) as Body['ways'] },
    ...(usesMail ? { mail: filled(mail ?? {}) as NonNullable<Body['mail']> } : {}),
    ...(usesSms
      ? { sms: Object.keys(gateway).length === 0 ? {} : { address: gateway as { url: string; key: string } } }
      : {}),
  };
};
