// A real systemd fires the real timer, installed by our own command. See test/kit/systemd-machine.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { machineGateway, type MachineGateway } from '../kit/machine-gateway.ts';
import { bootMachine, type Machine } from '../kit/systemd-machine.ts';

const UNIT = 'openclaw-auth-monitor@alice';
const STATE = '/var/lib/openclaw-auth-monitor/alice';
const UNITS = '/etc/systemd/system';
/** Everything that an installation may leave, with kind, mode, owner and content. */
const TREE = `find /etc/systemd/system /etc/openclaw-auth-monitor /var/lib/openclaw-auth-monitor /run/openclaw-auth-monitor \
  /var/lib/systemd/timers /var/lib/systemd/linger /home /srv -xdev \\( -type f -printf '%p %m %u ' -exec md5sum {} \\; \\) -o -printf '%p %y %m %u %l\\n' 2>/dev/null | sort`;

let booted: Machine | string;
let machine: Machine;
let gateway: MachineGateway;
let pristine = '';

beforeAll(async () => {
  booted = await bootMachine();
  if (typeof booted === 'string') return;
  machine = booted;
  await machine.ok(`
    useradd --create-home alice
    mkdir -p /var/lib/systemd/timers /srv/people && useradd --create-home --home-dir /srv/people/bob bob`);
  gateway = machineGateway(machine);
  await gateway.startReceiver();
  await gateway.store('alice', 90);
  pristine = await machine.ok(TREE);
});

afterAll(async () => {
  if (typeof booted !== 'string') await booted.stop();
});

beforeEach((context) => {
  if (typeof booted === 'string') context.skip(booted);
});

/** Starts a service, waits for its end and that of its handler, and says how it ended. */
async function started(unit = UNIT): Promise<{ result: string; status: string; handler: string }> {
  const handler = unit.replace('@', '-failed@');
  await machine.run(`systemctl start ${unit}.service`);
  await machine.until(
    `! systemctl is-active --quiet ${handler}.service && ! systemctl list-jobs | grep -q auth-monitor && ! systemctl show -p ActiveState ${handler} | grep -q activating`,
  );
  const show = async (name: string, property: string): Promise<string> =>
    (await machine.ok(`systemctl show --value -p ${property} ${name}.service`)).trim();
  const said = await machine.ok(
    `journalctl -q -o cat _SYSTEMD_INVOCATION_ID=$(systemctl show --value -p InvocationID ${handler}.service) 2>/dev/null || true`,
  );
  return {
    result: await show(unit, 'Result'),
    status: await show(unit, 'ExecMainStatus'),
    handler: said,
  };
}

describe('install systemd', () => {
  test('makes units that verify, score well and stand twice the same', async () => {
    await gateway.configure();
    const words = await machine.ok('auth-monitor install systemd --for alice');
    expect(words).toContain(`wrote ${UNITS}/openclaw-auth-monitor@.timer`);
    expect(words).not.toContain('left out');
    // Before the timer has fired, alice may already run it by hand.
    expect(await machine.ok(`stat -c '%U %a' ${STATE}`)).toBe('alice 700\n');
    const once = await machine.ok(TREE);
    await machine.ok('auth-monitor install systemd --for alice');
    expect(await machine.ok(TREE)).toBe(once);
    expect(await machine.ok(`systemctl is-enabled ${UNIT}.timer`)).toBe('enabled\n');
    expect(await machine.ok(`systemctl show --value -p TimersCalendar ${UNIT}.timer`)).toContain(
      '*:00/30:00',
    );
    for (const unit of [UNIT, 'openclaw-auth-monitor-failed@alice']) {
      const { stdout, stderr } = await machine.run(
        `systemd-analyze verify --man=no ${unit}.service`,
      );
      expect(stdout + stderr).toBe('');
      await machine.ok(`systemd-analyze security --threshold=15 ${unit}.service`);
    }
  });

  test('its timer fires the hardened job, which sees the gateway and the credentials, and tells', async () => {
    await gateway.store('alice', -1);
    await machine.ok(`mkdir -p ${UNITS}/${UNIT}.timer.d ${UNITS}/${UNIT}.service.d
      printf '[Timer]\\nOnCalendar=\\nOnCalendar=*:*:0/1\\nAccuracySec=1ms\\nRandomizedDelaySec=0\\n' >${UNITS}/${UNIT}.timer.d/90-fast.conf
      cat >${UNITS}/${UNIT}.service.d/90-look.conf <<'END'
[Service]
ExecStartPre=/bin/sh -c '{ ls -A /home /home/alice /root; touch /home/alice/.openclaw/new; touch /etc/new; } >%S/openclaw-auth-monitor/alice/view 2>&1; true'
END
      systemctl daemon-reload; systemctl restart ${UNIT}.timer`);
    await machine.until('test -s /shared/received');
    await machine.ok(
      `rm -r ${UNITS}/${UNIT}.timer.d; systemctl daemon-reload; systemctl restart ${UNIT}.timer`,
    );
    await machine.until(`! systemctl list-jobs | grep -q auth-monitor`);
    const [first, ...more] = await gateway.received();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ type: 'auth.firing', data: { verdict: 'failing' } });
    const { invocationId } = first?.data.monitor ?? {};
    const log = await machine.ok(`journalctl -q -o cat _SYSTEMD_INVOCATION_ID=${invocationId}`);
    expect(log).toContain('webhook: firing (1) delivered');
    // The errors are marked as such, and nothing else is.
    const errors = await machine.ok(
      `journalctl -q -o cat -p err _SYSTEMD_INVOCATION_ID=${invocationId}`,
    );
    expect(errors).toMatch(/^✗ expired .*[^]*^FAILING: /m);
    expect(errors).not.toContain('delivered');
    expect(await machine.ok(`cat ${STATE}/view`)).toBe(
      [
        '/home:',
        'alice',
        '',
        '/home/alice:',
        '.openclaw',
        '',
        '/root:',
        "touch: cannot touch '/home/alice/.openclaw/new': Read-only file system",
        "touch: cannot touch '/etc/new': Read-only file system",
        '',
      ].join('\n'),
    );
    await machine.ok(
      `rm ${STATE}/view ${UNITS}/${UNIT}.service.d/90-look.conf; systemctl daemon-reload`,
    );
    expect(await machine.ok(`stat -c '%a %U' ${STATE} ${STATE}/state.json`)).toBe(
      '700 alice\n600 alice\n',
    );
  });

  test('a shell of the user sees what the timer has told', async () => {
    const { code, stdout } = await machine.run(
      `cp -r /etc/openclaw-auth-monitor/credentials /tmp/; chown -R alice /tmp/credentials
      runuser -u alice -- env CREDENTIALS_DIRECTORY=/tmp/credentials auth-monitor run --dry-run --quiet`,
    );
    expect(code).toBe(1);
    expect(stdout).not.toContain('would send');
  });

  test('with a config that names no state, the timer keeps it where the shell does', async () => {
    await machine.ok('auth-monitor uninstall systemd');
    const before = await machine.ok(TREE);
    await gateway.configure({ state: undefined });
    await gateway.received();
    await machine.ok('auth-monitor install systemd --for alice');
    await started();
    expect(await gateway.received()).toHaveLength(1);
    expect(
      await machine.ok('ls ~alice/.local/state/openclaw-auth-monitor; ls /var/lib | cat'),
    ).toMatch(/state\.json\n(?![^]*openclaw-auth-monitor)/);
    const { stdout } = await machine.run(
      `runuser -u alice -- env CREDENTIALS_DIRECTORY=/tmp/credentials auth-monitor run --dry-run --quiet`,
    );
    expect(stdout).not.toContain('would send');
    await machine.ok('auth-monitor uninstall systemd');
    await gateway.configure();
    expect(await machine.ok(TREE)).toBe(before);
    await machine.ok('auth-monitor install systemd --for alice');
  });

  test.each([
    [90, { result: 'success', status: '0' }],
    [0.5, { result: 'success', status: '2' }],
    [-1, { result: 'exit-code', status: '1' }],
  ])('a token that ends in %d days makes the unit end so', async (days, end) => {
    await gateway.store('alice', days);
    expect(await started()).toMatchObject(end);
  });

  test('OnFailure= knows a verdict that was told', async () => {
    await machine.ok(`mkdir -p ${UNITS}/openclaw-auth-monitor-failed@alice.service.d
      printf '[Service]\\nExecStartPre=/bin/sh -c "env | grep ^MONITOR_ | sort >%%S/openclaw-auth-monitor/alice/seen"\\n' >${UNITS}/openclaw-auth-monitor-failed@alice.service.d/90-look.conf
      systemctl daemon-reload`);
    await gateway.store('alice', -2);
    const { handler } = await started();
    expect(handler).toContain('people were told: nothing to do');
    const invocation = (
      await machine.ok(`systemctl show --value -p InvocationID ${UNIT}.service`)
    ).trim();
    expect(await machine.ok(`cat ${STATE}/seen; rm ${STATE}/seen`)).toBe(
      `MONITOR_EXIT_CODE=exited\nMONITOR_EXIT_STATUS=1\nMONITOR_INVOCATION_ID=${invocation}\nMONITOR_SERVICE_RESULT=exit-code\nMONITOR_UNIT=${UNIT}.service\n`,
    );
    await machine.ok(
      `rm -r ${UNITS}/openclaw-auth-monitor-failed@alice.service.d; systemctl daemon-reload`,
    );
  });

  test('OnFailure= knows a verdict that is still owed', async () => {
    await gateway.received();
    await gateway.store('alice', -3);
    await machine.ok('systemctl stop receiver');
    expect((await started()).handler).toContain('still owed');
    await gateway.startReceiver();
  });

  test('OnFailure= tells people once that the monitor is broken, and a bug ends it with 70', async () => {
    await gateway.received();
    await machine.ok(
      'cd /opt/monitor/dist/chunks; cp run.cjs /root/; echo "throw new TypeError(1)" >run.cjs',
    );
    expect(await started()).toMatchObject({ result: 'exit-code', status: '70' });
    expect(await gateway.received()).toMatchObject([
      {
        type: 'auth.deadletter',
        data: {
          breakdown: {
            unit: `${UNIT}.service`,
            error: expect.stringContaining('a bug in the monitor'),
          },
        },
      },
    ]);
    expect((await started()).handler).toContain('People know');
    expect(await gateway.received()).toEqual([]);
    await machine.ok('cp /root/run.cjs /opt/monitor/dist/chunks/');
  });

  test('a run that hangs is ended, which is told as such', async () => {
    await machine.ok(`mkdir -p ${UNITS}/${UNIT}.service.d
      printf '[Service]\\nTimeoutStartSec=1\\nExecStartPre=/bin/sleep 60\\n' >${UNITS}/${UNIT}.service.d/90-hang.conf
      systemctl daemon-reload`);
    const { result, handler } = await started();
    expect(result).toBe('timeout');
    expect(handler).toContain('it did not end in time');
    await machine.ok(`rm ${UNITS}/${UNIT}.service.d/90-hang.conf; systemctl daemon-reload`);
  });

  test('a run that was missed while the machine was off is made up for', async () => {
    await gateway.store('alice', 90);
    await started();
    await machine.ok(`systemctl stop ${UNIT}.timer; rm -f ${STATE}/last-run.json
      touch -d '2 days ago' /var/lib/systemd/timers/stamp-${UNIT}.timer
      mkdir -p ${UNITS}/${UNIT}.timer.d; printf '[Timer]\\nRandomizedDelaySec=0\\n' >${UNITS}/${UNIT}.timer.d/90-now.conf
      systemctl daemon-reload; systemctl start ${UNIT}.timer`);
    await machine.until(`test -s ${STATE}/last-run.json`);
    await machine.ok(`rm -r ${UNITS}/${UNIT}.timer.d; systemctl daemon-reload`);
  });

  test("a person's edit is kept and told of, and --force ends it", async () => {
    const file = `${UNITS}/openclaw-auth-monitor@.timer`;
    await machine.ok(`sed -i 's/5min/9min/' ${file}`);
    const words = await machine.ok('auth-monitor install systemd --for alice');
    expect(words).toContain(`kept ${file}: it was changed by hand`);
    expect(words).toContain('- RandomizedDelaySec=9min');
    expect(words).toContain('+ RandomizedDelaySec=5min');
    expect(await machine.ok(`cat ${file}`)).toContain('9min');
    await machine.ok('auth-monitor install systemd --for alice --force');
    expect(await machine.ok(`cat ${file}`)).toContain('5min');
  });

  test('uninstall leaves nothing, and twice does no harm', async () => {
    await machine.ok('rm -r /etc/openclaw-auth-monitor; auth-monitor install systemd --for alice');
    await started();
    await machine.ok('auth-monitor uninstall systemd');
    await gateway.store('alice', 90);
    const left = await machine.ok(TREE);
    const names = (tree: string): string => tree.replaceAll(/ [0-9a-f]{32} /g, ' ');
    expect(names(left)).toBe(names(pristine));
    await machine.ok('auth-monitor uninstall systemd');
    expect(await machine.ok(TREE)).toBe(left);
    expect(await machine.ok('systemctl list-units --all --no-legend "openclaw-auth*"')).toBe('');
  });
});
