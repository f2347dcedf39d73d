import { describe, expect, it } from 'vitest';
import { configOf } from '../../cli/console.ts';
import { addressOf, rolesNamed } from '../../cli/people.ts';

describe('people by the command line', () => {
  it('[G3] the roles of a person are named, each once; an unknown one is refused with those there are', () => {
    expect(rolesNamed(['planner', 'buyer', 'planner'])).toEqual(['buyer', 'planner']);
    expect(() => rolesNamed(['buyer', 'boss', 'admin'])).toThrow(
      'There is no role boss, admin. There are: ops, buyer, planner, steward, auditor.',
    );
  });

  it('[G3] a person is one, however the address is written', () => {
    expect(addressOf(' Jo@Example.COM ')).toBe('jo@example.com');
  });

  it.each(['jo', 'jo@', '@example.com', 'jo smith@example.com', `${'j'.repeat(109)}@example.com`])(
    '[G3] "%s" is no address to sign in with',
    (text) => expect(() => addressOf(text)).toThrow('is no mail address'),
  );
});

describe('what the console is told', () => {
  const outputs: Readonly<Record<string, string>> = {
    PeopleSignIn: 'https://crossdock-dev-people-1.auth.eu-central-1.amazoncognito.com',
    PeopleIssuer: 'https://cognito-idp.eu-central-1.amazonaws.com/people-1',
    ConsoleClientId: 'client-1',
  };

  it('[A4] where to sign in and as what, and nothing that must be kept secret', () => {
    const asked: string[] = [];
    const config = configOf((name) => {
      asked.push(name);
      return outputs[name] ?? '';
    }, 'dev');
    expect(JSON.parse(config)).toEqual({
      issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/people-1',
      authorizeUrl: 'https://crossdock-dev-people-1.auth.eu-central-1.amazoncognito.com/oauth2/authorize',
      tokenUrl: 'https://crossdock-dev-people-1.auth.eu-central-1.amazoncognito.com/oauth2/token',
      logoutUrl: 'https://crossdock-dev-people-1.auth.eu-central-1.amazoncognito.com/logout',
      clientId: 'client-1',
      scope: 'openid profile email crossdock/console',
      environment: 'dev',
    });
    expect(asked.sort()).toEqual(['ConsoleClientId', 'PeopleIssuer', 'PeopleSignIn']);
  });
});
