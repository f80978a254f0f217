// The target systemd: a timer, a split pair or a watch, for the machine or for one user.
import type { InstallTarget } from '../target.ts';
import { installUnits } from './install.ts';
import { uninstallUnits } from './uninstall.ts';

export const systemd: InstallTarget = {
  install: installUnits,
  uninstall: uninstallUnits,
};
