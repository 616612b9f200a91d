import type { PackageEvent } from './package-events.ts';
import type { PackageState } from './package-state.ts';

type Active = Extract<PackageState, { readonly status: 'active' }>;

const activeAfter = (state: Active, event: Exclude<PackageEvent, { type: 'packageDefined' }>): PackageState => {
  switch (event.type) {
    case 'packageChanged': {
      const { details, brought, at } = event;
      const validityNotice = details.validUntil === state.details.validUntil ? state.validityNotice : 'none';
      return { ...state, details, brought, validityNotice, confirmedAt: at };
    }
    case 'packageConfirmed':
      return { ...state, confirmedAt: event.at };
    case 'packageRetired':
      return { ...state, status: 'retired', reason: event.reason, retiredAt: event.at };
    case 'packageExpiring':
      return { ...state, validityNotice: 'expiring' };
    case 'packageExpired':
      return { ...state, validityNotice: 'expired' };
  }
};

/** @returns the package after an event. */
export const evolvePackage = (state: PackageState | undefined, event: PackageEvent): PackageState => {
  if (event.type === 'packageDefined') {
    const { id, details, brought, at } = event;
    return { status: 'active', id, details, brought, validityNotice: 'none', confirmedAt: at };
  }
  if (state?.status !== 'active') throw new Error(`${event.type} happens to packages in use only`);
  return activeAfter(state, event);
};
