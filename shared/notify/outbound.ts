import type { MailServer } from '../domain/notification-settings/way.ts';

/** A request to another system; its body is JSON. */
export interface OutboundRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the other system answered: the beginning of the body only. */
export interface OutboundAnswer {
  readonly status: number;
  readonly body: string;
}

export interface OutboundMail {
  readonly server: MailServer;
  readonly password?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without angle brackets; a repeat carries the same. */
  readonly messageId: string;
}

/** Thrown where nothing is sent because of where it would go: to no public address, or not by TLS. Trying again is no use. */
export class NotAllowedThere extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NotAllowedThere';
  }
}

/** Thrown where a mail server says that it will never take this mail. */
export class MailRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'MailRefused';
  }
}

/** What leaves the city for systems that are no cells: one place, so that one place decides where to. */
export interface Outbound {
  /**
   * POSTs JSON, following no redirect.
   * @throws NotAllowedThere, or an Error when there is no answer in time.
   */
  post(request: OutboundRequest): Promise<OutboundAnswer>;
  /** @throws NotAllowedThere, MailRefused, or an Error when the server did not take it this time. */
  mail(mail: OutboundMail): Promise<void>;
}
