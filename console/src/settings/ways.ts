/** A way as the form has it: what is left empty keeps what is set. */
export interface EnteredWay {
  readonly wayId?: string;
  readonly name?: string;
  readonly channel?: string;
  readonly urgencies?: readonly ('urgent' | 'routine')[];
  /** As much of the address as may be seen; not sent. */
  readonly shown?: string;
  readonly address?: Readonly<Record<string, string | undefined>>;
}

/** Where each channel leads, by the fields of its address. */
export const ADDRESS_FIELDS = {
  email: ['address'],
  sms: ['telephone'],
  webhook: ['url', 'key'],
  wecom: ['url'],
  dingtalk: ['url', 'signingSecret'],
} as const;
export type Channel = keyof typeof ADDRESS_FIELDS;

export const isChannel = (name: string | undefined): name is Channel => name !== undefined && name in ADDRESS_FIELDS;

/** @returns the way as it is sent: without what is only shown, and without an address that was left empty. */
export const sentWay = ({ shown: _, address, channel, ...way }: EnteredWay) => {
  const fields = isChannel(channel) ? ADDRESS_FIELDS[channel] : [];
  const entered = fields.flatMap((field) => {
    const value = address?.[field]?.trim();
    return value ? [[field, value] as const] : [];
  });
  return { ...way, channel, ...(entered.length === 0 ? {} : { address: Object.fromEntries(entered) }) };
};
