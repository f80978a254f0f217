import { onTestFinished, test, expect } from 'vitest';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { HOUR_MS } from '../kit/built-cli.ts';
import { freePorts } from '../kit/live-server.ts';
import { CA_FILE, LOGIN, startSmtpServer } from '../kit/smtp-server.ts';

/** Words that only our own English has; what servers say is in brackets. */
const ENGLISH =
  /\b(?:the|was|is|not|for|answered|connection|refused|receiver|transient|ambiguous|auth|gone|permanent)\b/;

const own = (text: string): string => text.replaceAll(/\([^()]*\)|\[[^\]]*\]/g, '');

test.each([
  ['vi', 'tạm thời', 'kết nối bị từ chối', 'đăng nhập bị từ chối', 'bên nhận đã mất hẳn'],
  ['zh-Hans', '暂时', '连接被拒绝', '登录被拒绝', '接收方已永久消失'],
])('%s says why nothing arrived, in `test` and later', async (lang, passing, ...reasons) => {
  const home = await alertHouse();
  const smtp = await startSmtpServer();
  onTestFinished(async () => smtp.close());
  const [port = 0] = await freePorts(1);
  home.webhook.respond(() => ({ status: 410 }));
  home.configure({
    notifiers: [
      { type: 'webhook', name: 'closed', url: `http://127.0.0.1:${port}/` },
      { type: 'webhook', name: 'left', url: home.webhook.url },
      {
        type: 'email',
        from: 'monitor@example.org',
        to: ['ops@example.org'],
        smtp: {
          host: '127.0.0.1',
          port: smtp.port,
          tls: 'starttls',
          servername: 'localhost',
          ca: CA_FILE,
          user: LOGIN.user,
          password: 'canary-wrong-password',
        },
      },
    ],
  });
  home.store({ 'anthropic:a': -HOUR_MS });
  const ask = async (command: string, ...args: readonly string[]) =>
    home.run([command, ...args, '--config', home.config, '--now', iso(START), '--lang', lang]);

  const tested = await ask('test');
  const ran = await home.at(0, ['--lang', lang]);
  const outbox = await ask('outbox');
  const doctor = await ask('doctor');
  for (const told of [tested.stdout, ran.stderr, outbox.stdout, doctor.stdout]) {
    for (const reason of [passing, ...reasons]) expect(told).toContain(reason);
    expect(told).not.toContain('canary-wrong-password');
    expect(told).toContain('(ECONNREFUSED)');
  }
  for (const told of [tested.stdout, ran.stderr]) expect(own(told)).not.toMatch(ENGLISH);
  const why = outbox.stdout.split('\n').filter((line) => reasons.some((one) => line.includes(one)));
  for (const line of why) expect(own(line)).not.toMatch(ENGLISH);

  const kept = (await ask('outbox', 'list', '--json')).stdout;
  expect(kept).toContain('the connection was refused (ECONNREFUSED)');
  expect(kept).toContain('"fault": "transient"');
});
