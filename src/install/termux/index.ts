// The target termux: a job on an Android phone, for a gateway there or elsewhere; and the other end of the latter.
import type { InstallTarget } from '../target.ts';
import { installHost, uninstallHost } from './host.ts';
import { installPhone } from './phone.ts';
import { uninstallPhone } from './uninstall.ts';

export const termux: InstallTarget = {
  async install(request) {
    if (request.options['phone-key'] === undefined) await installPhone(request);
    else await installHost(request);
  },
  async uninstall(request) {
    uninstallPhone(request);
    uninstallHost(request);
  },
};
