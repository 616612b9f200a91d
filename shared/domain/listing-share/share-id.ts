/**
 * @returns the id under which both cities keep what they share under an agreement. A conversation has an id of its own, as its messages are
 * numbered by it; both ends must come to the same one: the agreement's, made version 8 (RFC 9562), which no other id has.
 */
export const shareIdOf = (agreementId: string): string => `${agreementId.slice(0, 14)}8${agreementId.slice(15)}`;
