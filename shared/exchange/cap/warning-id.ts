import { v5 } from 'uuid';
import { type CapReference, referencesOf, referenceText } from '../../domain/cap/cap-reference.ts';
import type { WarningReference } from '../../domain/warning/warning-state.ts';

/** Names of alerts become ids within this namespace (RFC 9562, version 5). */
const NAMESPACE = 'a5f8cf5c-3c1c-5d0e-9a52-6d6f0c2a8e11';

/** @returns the id under which every cell keeps the alert of that name: the same alert twice is the same warning. */
export const warningIdOf = ({ sender, identifier, sent }: CapReference): string =>
  v5(referenceText({ sender, identifier, sent }), NAMESPACE);

/** @returns the alerts that an alert names, each with its id. */
export const warningReferencesOf = ({ references }: { readonly references?: string | undefined }): WarningReference[] =>
  (references === undefined ? [] : (referencesOf(references) ?? [])).map((reference) => ({
    ...reference,
    warningId: warningIdOf(reference),
  }));
