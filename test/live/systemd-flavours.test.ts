// The other flavours under a real systemd: the split pair, the watch, and a user's own manager.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { machineGateway, type MachineGateway } from '../kit/machine-gateway.ts';
import { bootMachine, type Machine } from '../kit/systemd-machine.ts';

const UNITS = '/etc/systemd/system';
const CHECK = 'openclaw-auth-monitor-check@alice';
const NOTIFY = 'openclaw-auth-monitor-notify@alice';
const WATCH = 'openclaw-auth-monitor-watch@alice';

let booted: Machine | string;
let machine: Machine;
let gateway: MachineGateway;

beforeAll(async () => {
  booted = await bootMachine();
  if (typeof booted === 'string') return;
  machine = booted;
  gateway = machineGateway(machine);
  await machine.ok('useradd --create-home alice; mkdir -p /var/lib/systemd/timers /srv/people');
  await gateway.startReceiver();
});

afterAll(async () => {
  if (typeof booted !== 'string') await booted.stop();
});

beforeEach((context) => {
  if (typeof booted === 'string') context.skip(booted);
});

/** Adds lines to the service section of a unit, until `forget`. */
async function meddle(unit: string, lines: string): Promise<void> {
  await machine.ok(`mkdir -p ${UNITS}/${unit}.service.d
cat >${UNITS}/${unit}.service.d/90-test.conf <<'END'
[Service]
${lines}
END
systemctl daemon-reload`);
}

async function forget(unit: string): Promise<void> {
  await machine.ok(`rm ${UNITS}/${unit}.service.d/90-test.conf; systemctl daemon-reload`);
}

async function settled(): Promise<void> {
  await machine.until('! systemctl list-jobs | grep -q auth-monitor');
}

describe('the split pair', () => {
  test('tells, though who sees credentials has no network, and who has network sees none', async () => {
    await gateway.configure();
    await gateway.store('alice', -1);
    // An agent outside the homes, which nothing hides by itself.
    await machine.ok(`mkdir -p /srv/agents/lab && cp ~alice/.openclaw/agents/main/agent/auth-profiles.json /srv/agents/lab/
      chown -R alice: /srv/agents; echo '{"agents":{"list":[{"id":"main"},{"id":"lab","agentDir":"/srv/agents/lab"}]}}' >~alice/.openclaw/openclaw.json`);
    await machine.ok('auth-monitor install systemd --split --for alice');
    const look =
      'ls -A /home/alice /srv/agents/lab; ls -A /run/credentials/* 2>/dev/null; (exec 3<>/dev/tcp/127.0.0.1/8099) && echo network';
    await meddle(
      CHECK,
      `ExecStartPre=-/bin/bash -c '{ ${look}; } >%S/openclaw-auth-monitor/alice/check 2>&1'`,
    );
    await meddle(
      NOTIFY,
      `ExecStartPre=-/bin/bash -c '{ ${look}; } >%S/openclaw-auth-monitor/alice/notify 2>&1'`,
    );
    await machine.run(`systemctl start ${CHECK}.service`);
    await machine.until('test -s /shared/received');
    await settled();
    expect(await gateway.received()).toMatchObject([{ type: 'auth.firing' }]);
    const seen = async (who: string): Promise<string> =>
      machine.ok(`cat /var/lib/openclaw-auth-monitor/alice/${who}`);
    const checker = await seen('check');
    expect(checker).toContain('.openclaw');
    expect(checker).toContain('auth-profiles.json');
    expect(checker).not.toMatch(/^network$|webhook-url/m);
    const notifier = await seen('notify');
    expect(notifier).not.toMatch(/openclaw$|auth-profiles/m);
    expect(notifier).toMatch(/^network$/m);
    await forget(CHECK);
    await forget(NOTIFY);
    // The verdict stands at the notifier; the checker has done its work.
    expect(await machine.ok(`systemctl show --value -p Result ${CHECK} ${NOTIFY}`)).toBe(
      'success\n\nexit-code\n',
    );
  });

  test('the same credential is the same incident from the first run on', async () => {
    await machine.run(`systemctl start ${CHECK}.service`);
    await settled();
    expect(await gateway.received()).toEqual([]);
  });

  test('what a channel needs of the home is there for who tells, and not for who judges', async () => {
    const dir = '/home/alice/.config/openclaw-auth-monitor';
    await machine.ok(`mkdir -p ~alice/bin ${dir}/secrets; mv /etc/openclaw-auth-monitor/config.json5 /root/
      echo http://127.0.0.1:8099/ >${dir}/secrets/url
      printf '#!/bin/sh\\nexec cat >/var/lib/openclaw-auth-monitor/alice/told\\n' >~alice/bin/tell
      chmod 755 ~alice/bin/tell
      cat >${dir}/config.json5 <<'END'
${JSON.stringify({
  state: { dir: '/var/lib/openclaw-auth-monitor/%u' },
  notifiers: [
    { type: 'exec', command: ['/home/alice/bin/tell'] },
    { type: 'webhook', url: { file: `${dir}/secrets/url` } },
  ],
})}
END
      chown -R alice: ~alice/.config ~alice/bin; auth-monitor install systemd --split --for alice`);
    await gateway.store('alice', -4);
    const look = `ls ${dir}`;
    await meddle(CHECK, `ExecStartPre=-/bin/sh -c '${look} >%S/openclaw-auth-monitor/alice/check'`);
    await machine.run(`systemctl start ${CHECK}.service`);
    await machine.until('test -s /shared/received');
    await settled();
    expect(await machine.ok('cat /var/lib/openclaw-auth-monitor/alice/check')).toBe(
      'config.json5\n',
    );
    expect(await machine.ok('cat /var/lib/openclaw-auth-monitor/alice/told')).toContain(
      'auth.firing',
    );
    await gateway.received();
    await forget(CHECK);
    await machine.ok(`rm -r ~alice/.config ~alice/bin; mv /root/config.json5 /etc/openclaw-auth-monitor/
      auth-monitor install systemd --split --for alice`);
  });

  test('a checker that breaks tells no old report', async () => {
    await gateway.store('alice', -2);
    await meddle(CHECK, 'ExecStart=\nExecStart=/usr/bin/node /nowhere.cjs');
    await machine.run(`systemctl start ${CHECK}.service`);
    await machine.until('test -s /shared/received');
    await settled();
    expect(await gateway.received()).toMatchObject([
      { type: 'auth.deadletter', data: { breakdown: { unit: `${NOTIFY}.service` } } },
    ]);
    await forget(CHECK);
    await machine.ok(
      'auth-monitor uninstall systemd --split; rm -r /srv/agents ~alice/.openclaw/openclaw.json',
    );
  });
});

describe('the watch', () => {
  test('is ready, shows its status, and is killed and started again when it hangs, without Perl too', async () => {
    await gateway.configure();
    await gateway.store('alice', 90);
    const words = await machine.ok(`mkdir -p ${UNITS}/${WATCH}.service.d
      printf '[Service]\\nWatchdogSec=2\\nRestartSec=100ms\\n' >${UNITS}/${WATCH}.service.d/90-test.conf
      mv /usr/bin/perl /usr/bin/perl-away
      auth-monitor install systemd --watch --for alice
      mv /usr/bin/perl-away /usr/bin/perl`);
    expect(words).toContain('left out NotifyAccess=main: there is no /usr/bin/perl');
    expect(await machine.ok(`systemctl show --value -p ActiveState ${WATCH}`)).toBe('active\n');
    await machine.until(
      `systemctl show --value -p StatusText ${WATCH} | grep -q 'Last run ended with 0'`,
    );
    const pid = async (): Promise<string> =>
      (await machine.ok(`systemctl show --value -p MainPID ${WATCH}`)).trim();
    const first = await pid();
    await machine.ok('sleep 3');
    expect(await pid()).toBe(first);
    await machine.ok(`kill -STOP ${first}`);
    await machine.until(
      `test "$(systemctl show --value -p NRestarts ${WATCH})" = 1 && systemctl is-active --quiet ${WATCH}`,
    );
    expect(await machine.ok(`journalctl -q -o cat -u ${WATCH}`)).toContain('Watchdog timeout');
    await machine.ok(`systemctl stop ${WATCH}`);
    expect(
      await machine.ok(
        `systemctl show --value -p Result ${WATCH}; journalctl -q -o cat -u ${WATCH} | tail -n 20`,
      ),
    ).toMatch(/^success\n[\s\S]*"msg":"stopped"/);
    await machine.ok(
      `rm -r ${UNITS}/${WATCH}.service.d/90-test.conf; auth-monitor uninstall systemd`,
    );
  });
});

describe("a user's own manager", () => {
  const TREE = `find /home/alice /var/lib/systemd/linger -printf '%p %y %m %u\\n' | sort`;
  const asAlice = (script: string): string =>
    `runuser -u alice -- env -i HOME=/home/alice PATH=/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/$(id -u alice) bash --norc -c '${script.replaceAll("'", String.raw`'\''`)}'`;

  test('runs the hardened timer without a login, twice the same, and nothing is left of it', async () => {
    await machine.ok('rm -rf /etc/openclaw-auth-monitor');
    await gateway.store('alice', -3);
    const before = await machine.ok(TREE);
    await machine.ok(asAlice('mkdir -p ~/.config/openclaw-auth-monitor'));
    await machine.ok(
      asAlice(
        `printf '%s' '{"notifiers":[{"type":"webhook","url":{"credential":"webhook-url"}}],"probe":{"level":"off"}}' >~/.config/openclaw-auth-monitor/config.json5; mkdir -m 700 ~/.config/openclaw-auth-monitor/credentials; echo http://127.0.0.1:8099/ >~/.config/openclaw-auth-monitor/credentials/webhook-url`,
      ),
    );
    const words = await machine.ok(asAlice('auth-monitor install systemd'));
    expect(words).not.toContain('left out');
    const once = await machine.ok(TREE);
    await machine.ok(asAlice('auth-monitor install systemd'));
    expect(await machine.ok(TREE)).toBe(once);
    expect(await machine.ok('loginctl show-user alice -p Linger')).toBe('Linger=yes\n');
    expect(
      await machine.ok(asAlice('systemctl --user is-active openclaw-auth-monitor.timer')),
    ).toBe('active\n');
    await machine.run(asAlice('systemctl --user start openclaw-auth-monitor.service'));
    await machine.until('test -s /shared/received');
    expect(await gateway.received()).toMatchObject([{ type: 'auth.firing' }]);
    await machine.ok(
      asAlice('systemd-analyze --user security --threshold=15 openclaw-auth-monitor.service'),
    );
    await machine.until('test -s ~alice/.local/state/openclaw-auth-monitor/state.json');
    expect(
      (
        await machine.run(
          asAlice(
            'CREDENTIALS_DIRECTORY=~/.config/openclaw-auth-monitor/credentials auth-monitor run --dry-run --quiet',
          ),
        )
      ).stdout,
    ).not.toContain('would send');
    const doctor = async (variables = ''): Promise<string> =>
      (await machine.run(asAlice(`${variables} auth-monitor doctor`))).stdout;
    expect(await doctor()).not.toMatch(/does not see|told twice/);
    const elsewhere = await doctor('OPENCLAW_AUTH_MONITOR_STATE=/tmp/other CODEX_HOME=~/.other');
    expect(elsewhere).toMatch(/monitor\.service\s+keeps its own elsewhere/);
    expect(elsewhere).not.toContain('does not see');
    await machine.ok(
      asAlice(
        `mkdir ~/more; cp ~/.openclaw/agents/main/agent/auth-profiles.json ~/more; echo '{"agents":{"list":[{"id":"main"},{"id":"lab","agentDir":"~/more"}]}}' >~/.openclaw/openclaw.json`,
      ),
    );
    expect((await doctor()).replaceAll(/\s+/g, ' ')).toContain('does not see /home/alice/more');
    await machine.ok('rm -r ~alice/more ~alice/.openclaw/openclaw.json');
    await machine.ok(
      asAlice(
        'auth-monitor uninstall systemd; rm -r ~/.config/openclaw-auth-monitor; rmdir ~/.config 2>/dev/null; true',
      ),
    );
    await machine.until('! test -e /var/lib/systemd/linger/alice');
    expect(await machine.ok(TREE)).toBe(before);
  });

  test('runs the watch, which speaks for itself and is started again when it hangs', async () => {
    const unit = 'openclaw-auth-monitor-watch.service';
    const show = async (property: string): Promise<string> =>
      (await machine.ok(asAlice(`systemctl --user show --value -p ${property} ${unit}`))).trim();
    await machine.ok(
      asAlice(`mkdir -p ~/.config/systemd/user/${unit}.d
        printf '[Service]\\nWatchdogSec=2\\nRestartSec=100ms\\n' >~/.config/systemd/user/${unit}.d/90-test.conf
        auth-monitor install systemd --watch`),
    );
    expect(await show('ActiveState')).toBe('active');
    expect(await show('NotifyAccess')).toBe('main');
    await machine.ok(asAlice(`systemd-analyze --user security --threshold=15 ${unit}`));
    const first = await show('MainPID');
    await machine.ok('sleep 3');
    expect(await show('StatusText')).toMatch(/^Last run ended with [01] /);
    expect(await show('MainPID')).toBe(first);
    await machine.ok(`kill -STOP ${first}`);
    await machine.until(
      asAlice(`test "$(systemctl --user show --value -p NRestarts ${unit})" = 1`),
    );
    await machine.ok(
      asAlice(
        `auth-monitor uninstall systemd; rm -r ~/.config/systemd ~/.config/openclaw-auth-monitor; true`,
      ),
    );
  });
});

test('a host that refuses lingering gets the units, and a word about it', async () => {
  await machine.ok(`mkdir /opt/refusing; loginctl disable-linger alice; systemctl start user@$(id -u alice)
    printf '#!/bin/sh\\ntest $1 != enable-linger\\n' >/opt/refusing/loginctl; chmod 755 /opt/refusing/loginctl`);
  const asAlice = `runuser -u alice -- env -i HOME=/home/alice PATH=/opt/refusing:/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/$(id -u alice)`;
  const words = await machine.ok(`${asAlice} auth-monitor install systemd --user`);
  expect(words).toContain('without lingering the units run only while you are logged in');
  await machine.ok(`${asAlice} systemctl --user is-active openclaw-auth-monitor.timer
    ${asAlice} auth-monitor uninstall systemd`);
});

/** What paths may hold that means something to systemd or to a shell. */
const ODD = String.raw`o d"d' 100%h $HOME \x;#ü:z`;
const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;

describe('paths with odd characters', () => {
  const home = '/srv/people/b o"b\'s 9%z $x;ü';
  const unit = 'openclaw-auth-monitor@bob';

  test('at an unusual home all is hidden but what is judged, Node and the program lie in it', async () => {
    const own = `${home}/${ODD}`;
    const agent = `${home}/agents ${ODD}`;
    await machine.ok(`useradd --create-home --home-dir ${quoted(home)} bob; cd ${quoted(home)}
      echo secret >diary; mkdir -p ${quoted(own)} ${quoted(agent)}
      cp "$(readlink -f /usr/bin/node)" ${quoted(own)}/node; cp -r /opt/monitor/dist ${quoted(own)}/`);
    await gateway.configure({ state: { dir: `~/${ODD}/state` } });
    await gateway.store('bob', 90);
    await machine.ok(`mkdir -p .openclaw; cd ${quoted(home)}
      sed s/anthropic:a/anthropic:b/ .openclaw/agents/main/agent/auth-profiles.json | sed -E 's/"expires":[0-9]+/"expires":1/' >${quoted(agent)}/auth-profiles.json
      cat >.openclaw/openclaw.json <<'END'
${JSON.stringify({ agents: { list: [{ id: 'main' }, { id: 'lab', agentDir: agent }] } })}
END
      chmod -R go= .; chown -R bob: .; mv /usr/bin/node /usr/bin/node-away`);
    const cli = `${quoted(own)}/node ${quoted(own)}/dist/cli.cjs`;
    const words = await machine.ok(`${cli} install systemd --for bob`);
    expect(words).not.toContain('cannot see');
    await meddle(
      unit,
      `ExecStartPre=/bin/sh -c 'ls -A "$$HOME" >/var/lib/view-bob'\nReadWritePaths=/var/lib`,
    );
    await machine.ok('touch /var/lib/view-bob; chown bob /var/lib/view-bob');
    await machine.run(`systemctl start ${unit}`);
    await settled();
    expect((await machine.ok('cat /var/lib/view-bob')).split('\n').sort()).toEqual(
      ['', '.openclaw', `agents ${ODD}`, ODD].sort(),
    );
    expect(
      await machine.ok(`ls ${quoted(own)}/state; ls /var/lib/openclaw-auth-monitor 2>&1 | cat`),
    ).toContain('state.json');
    await machine.until('test -s /shared/received');
    expect(await gateway.received()).toMatchObject([
      { type: 'auth.firing', data: { incidents: [{ agents: ['lab'] }] } },
    ]);
    await machine.ok(`${cli} uninstall systemd --for bob; mv /usr/bin/node-away /usr/bin/node`);
    expect(await machine.ok(`ls -A ${quoted(own)}`)).toBe('dist\nnode\n');
  });

  test('a path that no line of a unit can hold is told, and adds no line', async () => {
    const evil = `${home}/x\nUser=root`;
    await machine.ok(`cd ${quoted(home)}; mkdir ${quoted(evil)}; cp .openclaw/agents/main/agent/auth-profiles.json ${quoted(evil)}/
      cat >.openclaw/openclaw.json <<'END'
${JSON.stringify({ agents: { list: [{ id: 'main' }, { id: 'lab', agentDir: evil }] } })}
END
      chown -R bob: .`);
    const words = await machine.ok('auth-monitor install systemd --for bob');
    expect(words).toContain('a unit has no word for');
    expect(await machine.ok(`cat ${UNITS}/openclaw-auth-monitor@bob.service.d/*`)).not.toContain(
      'User=root',
    );
    await gateway.configure({ state: { dir: `${home}/y\nUser=root` } });
    expect((await machine.run('auth-monitor install systemd --for bob')).code).toBe(64);
    await machine.ok('auth-monitor uninstall systemd --for bob');
  });

  test("a user's own config does not make root make a directory for that user", async () => {
    await machine.ok(`cd ${quoted(home)}; mkdir -p .config/openclaw-auth-monitor
      echo '{ state: { dir: "/etc/systemd/system/evil.service.d" } }' >.config/openclaw-auth-monitor/config.json5; chown -R bob: .config`);
    const { code, stderr } = await machine.run('auth-monitor install systemd --for bob');
    expect(code).toBe(73);
    expect(stderr).toContain('Cannot make /etc/systemd/system/evil.service.d');
    expect((await machine.run('ls /etc/systemd/system/evil.service.d')).code).not.toBe(0);
  });
});
