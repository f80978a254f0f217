// The playbook of deploy/ansible, played on a machine of its own: it installs, and twice changes nothing.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../build/paths.mjs';
import { needsProgram } from '../kit/live-server.ts';
import { machineGateway } from '../kit/machine-gateway.ts';
import { bootMachine } from '../kit/systemd-machine.ts';
import { tempDir } from '../kit/temp-dir.ts';

// As root without sudo; facts about the network would take their time.
const PLAY = `cd /shared/ansible && HOME=/root ANSIBLE_PYTHON_INTERPRETER=/usr/bin/python3 ANSIBLE_BECOME_METHOD=su \
  ansible-playbook -i inventory.ini -c local --limit gateway-1.example.org playbook.yml \
  -e '{"openclaw_users":["alice"],"auth_monitor_webhook_url":"http://127.0.0.1:8099/","auth_monitor_package":"/shared/package.tgz"}'`;

test('the playbook installs the timer, and changes nothing a second time', async (context) => {
  needsProgram(context, 'ansible-playbook');
  const machine = await bootMachine();
  if (typeof machine === 'string') return context.skip(machine);
  try {
    const dir = tempDir();
    const pack = ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', dir];
    const packed = execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }).trim();
    machine.give(join(dir, packed), 'package.tgz');
    machine.give(join(root, 'deploy/ansible'), 'ansible');
    const gateway = machineGateway(machine);
    await machine.ok(
      'rm /usr/local/bin/auth-monitor; useradd --create-home alice; mkdir -p /var/lib/systemd/timers',
    );
    await gateway.store('alice', -1);
    await gateway.startReceiver();
    expect(await machine.ok(PLAY)).toMatch(/changed=[1-9]\d* .*failed=0/);
    await machine.run('systemctl start openclaw-auth-monitor@alice.service');
    await machine.until('test -s /shared/received');
    expect(await gateway.received()).toMatchObject([{ type: 'auth.firing' }]);
    expect(await machine.ok(PLAY)).toMatch(/changed=0 .*failed=0/);
  } finally {
    await machine.stop();
  }
}, 90_000);
