import type * as z from 'zod';
import { NOTIFICATION_SETTINGS_REFUSALS } from '../../shared/domain/notification-settings/notification-settings.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { shownEmail, shownTelephone, shownUrl } from '../../shared/notify/shown-address.ts';
import type {
  DingtalkSecretSchema,
  EmailSecretSchema,
  SmsSecretSchema,
  WebhookSecretSchema,
  WecomSecretSchema,
} from '../../shared/notify/way-secrets.ts';

type Address = z.infer<
  | typeof WebhookSecretSchema
  | typeof WecomSecretSchema
  | typeof DingtalkSecretSchema
  | typeof EmailSecretSchema
  | typeof SmsSecretSchema
>;

/** What the table keeps of an address, and the secret itself where it is to be kept anew. */
export interface KeptAddress {
  readonly secretId: string;
  readonly shown: string;
  readonly secret?: string;
}

const shownOf = (address: Address): string => {
  if ('url' in address) return shownUrl(address.url);
  return 'address' in address ? shownEmail(address.address) : shownTelephone(address.telephone);
};

/**
 * @param old what is kept so far, if anything.
 * @throws ProblemError 422 where there is no address and none is named.
 */
export const keptAddress = (
  address: Address | undefined,
  old: Pick<KeptAddress, 'secretId' | 'shown'> | undefined,
  newId: () => string,
  pointer: string,
): KeptAddress => {
  if (address) return { secretId: newId(), shown: shownOf(address), secret: JSON.stringify(address) };
  if (!old) throw problemOfRefusal({ reason: NOTIFICATION_SETTINGS_REFUSALS.addressMissing, parameters: {}, pointer });
  return { secretId: old.secretId, shown: old.shown };
};
