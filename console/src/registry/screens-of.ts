import type { ComponentType } from 'react';
import { RegistryEntry } from './registry-entry.tsx';
import { RegistryChange, RegistryRegistration } from './registry-form.tsx';
import type { RegistryKind } from './registry-kind.ts';
import { RegistryList } from './registry-list.tsx';

/** The screens of one kind of entry. */
export interface RegistryScreens {
  readonly List: ComponentType;
  readonly Entry: ComponentType;
  readonly Registration: ComponentType;
  readonly Change: ComponentType;
}

/** @returns the screens that a kind's own makes. */
export const screensOf = <Row, View>(kind: RegistryKind<Row, View>): RegistryScreens => ({
  List: (RegistryList<Row, View>).bind(undefined, { kind }),
  Entry: (RegistryEntry<Row, View>).bind(undefined, { kind }),
  Registration: (RegistryRegistration<Row, View>).bind(undefined, { kind }),
  Change: (RegistryChange<Row, View>).bind(undefined, { kind }),
});
