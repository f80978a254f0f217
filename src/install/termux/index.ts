// The target termux: a job on an Android phone, for a gateway there or elsewhere; and the other end of the latter.
import { UsageError } from '../../core/errors.ts';
import type { InstallRequest, InstallTarget } from '../target.ts';
import { installHost, uninstallHost } from './host.ts';
import { installPhone } from './phone.ts';
import { uninstallPhone } from './uninstall.ts';

export const termux: InstallTarget = {
  summary: 'A job on an Android phone (Termux), or a key for one.',
  async install(request) {
    refuseOthers(request);
    if (request.options['phone-key'] === undefined) await installPhone(request);
    else await installHost(request);
  },
  async uninstall(request) {
    refuseOthers(request);
    uninstallPhone(request);
    uninstallHost(request);
  },
};

/** Flags of another target would seem to work. */
const OTHERS = ['system', 'user', 'split', 'watch', 'for', 'on-calendar', 'schedule'];

function refuseOthers({ options }: InstallRequest): void {
  const found = OTHERS.filter((name) => options[name] !== undefined);
  if (found.length === 0) return;
  throw new UsageError(`not for termux: ${found.map((name) => `--${name}`).join(', ')}`);
}
