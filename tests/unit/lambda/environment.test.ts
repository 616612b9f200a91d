import { describe, expect, test } from 'vitest';
import { environmentOf, readEnvironment } from '../../../shared/lambda/environment.ts';

const TARGETS = { '620100': { region: 'cn-north-1', busArn: 'bus', roleArn: 'role' } };

describe('environment', () => {
  test('what the stack sets is what the functions read', () => {
    const city = {
      CITY_CODE: '630100',
      DUTY_ROOM_NAME: '值班室 duty room',
      DUTY_ROOM_TELEPHONE: '+86 971 000 0001',
      REGISTRY_STALE_AFTER_DAYS: '180',
    };
    expect(readEnvironment('city', environmentOf('city', city))).toEqual({ ...city, REGISTRY_STALE_AFTER_DAYS: 180 });
    const courier = environmentOf('courier', { COURIER_TARGETS: JSON.stringify(TARGETS) });
    expect(readEnvironment('courier', courier).COURIER_TARGETS).toEqual(TARGETS);
  });

  test.each([
    ['table', {}, 'TABLE_NAME'],
    ['city', { CITY_CODE: 'Xining', DUTY_ROOM_NAME: 'x', DUTY_ROOM_TELEPHONE: 'y' }, 'six digits'],
    ['issuer', { OIDC_ISSUER: 'nowhere' }, 'OIDC_ISSUER'],
    ['courier', { COURIER_TARGETS: '{' }, 'not JSON'],
    ['courier', { COURIER_TARGETS: '{"620100":{}}' }, 'COURIER_TARGETS'],
  ] as const)('a function whose %s is %j does not start', (group, variables, reason) => {
    expect(() => readEnvironment(group, variables)).toThrow(`environment (${group})`);
    expect(() => readEnvironment(group, variables)).toThrow(reason);
  });
});
