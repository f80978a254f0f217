// The hardened job does its work on every Node that is at hand: it compiles, reads a database, judges and tells.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GatewayHome, token } from '../kit/gateway.ts';
import { machineGateway, type MachineGateway } from '../kit/machine-gateway.ts';
import { ONLY_THIS_NODE, testNodes } from '../kit/nodes.ts';
import { bootMachine, type Machine } from '../kit/systemd-machine.ts';

const UNIT = 'openclaw-auth-monitor@alice';

let booted: Machine | string;
let gateway: MachineGateway;

beforeAll(async () => {
  booted = await bootMachine();
  if (typeof booted === 'string') return;
  gateway = machineGateway(booted);
  await booted.ok('useradd --create-home alice; mkdir -p /var/lib/systemd/timers');
  await gateway.startReceiver();
  await gateway.configure();
});

afterAll(async () => {
  if (typeof booted !== 'string') await booted.stop();
});

test.for(testNodes())('the hardened job works on %s', async (node, context) => {
  if (typeof booted === 'string') return context.skip(booted);
  const machine = booted;
  machine.give(node, 'node');
  const profiles = { 'anthropic:a': token('anthropic', Date.now() - 1) };
  machine.give(new GatewayHome().database('main', { profiles }).stateDir, 'openclaw');
  await machine.ok(`mkdir -p /opt/node; mv /shared/node /opt/node/node
    rm -rf ~alice/.openclaw; mv /shared/openclaw ~alice/.openclaw; chown -R alice: ~alice
    /opt/node/node /opt/monitor/dist/cli.cjs install systemd --for alice`);
  expect(await machine.ok(`systemctl show -p ExecStart ${UNIT}`)).toContain('path=/opt/node/node ');
  await machine.run(`systemctl start ${UNIT}`);
  await machine.until('test -s /shared/received && ! systemctl list-jobs | grep -q auth-monitor');
  expect(await gateway.received()).toMatchObject([{ type: 'auth.firing' }]);
  expect(await machine.ok(`systemctl show --value -p ExecMainStatus ${UNIT}`)).toBe('1\n');
  await machine.ok('auth-monitor uninstall systemd');
});

test('every Node', (context) => {
  if (ONLY_THIS_NODE !== null) context.skip(ONLY_THIS_NODE);
});
