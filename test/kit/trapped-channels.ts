// A channel of every platform at one server, its secrets kept in each way that the config knows.
import type { House } from './built-cli.ts';
import type { Canaries } from './canaries.ts';

/** What the config names as `notifiers`, and the environment that some of them need. */
export function trappedChannels(home: House, canaries: Canaries, origin: string) {
  const secret = (name: string, prefix = '') => canaries.make(name, prefix);
  const file = (name: string, text: string) => ({ file: home.write(`secrets/${name}`, text) });
  home.write('credentials/gotify', `${secret('gotify token')}\n`);
  home.write('credentials/teams', `${origin}/${secret('teams path')}?sig=${secret('teams query')}`);
  return {
    env: {
      TELEGRAM_TOKEN: secret('telegram token', '123456789:'),
      SLACK_URL: `${origin}/services/${secret('slack path')}`,
      MATRIX_TOKEN: secret('matrix token', 'syt_'),
      CREDENTIALS_DIRECTORY: `${home.dir}/credentials`,
    },
    notifiers: [
      {
        type: 'ntfy',
        baseUrl: origin,
        topic: file('topic', secret('ntfy topic')),
        token: secret('ntfy token', 'tk_'),
      },
      {
        type: 'ntfy',
        name: 'ntfy-login',
        baseUrl: origin,
        topic: 'alerts',
        user: 'monitor',
        password: secret('ntfy password'),
      },
      { type: 'telegram', baseUrl: origin, botToken: { env: 'TELEGRAM_TOKEN' }, chatId: '42' },
      { type: 'slack', url: { env: 'SLACK_URL' } },
      { type: 'discord', url: file('discord', `${origin}/api/webhooks/1/${secret('discord')}\n`) },
      { type: 'gotify', baseUrl: origin, token: { credential: 'gotify' } },
      {
        type: 'pushover',
        baseUrl: origin,
        token: secret('pushover token'),
        user: secret('pushover user'),
      },
      {
        type: 'matrix',
        baseUrl: origin,
        roomId: '!room:example.org',
        accessToken: { env: 'MATRIX_TOKEN' },
      },
      { type: 'teams', url: { credential: 'teams' } },
    ],
  };
}
