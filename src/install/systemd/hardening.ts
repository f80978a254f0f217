// What each job is kept from. Exposure by `systemd-analyze security`: 1.1 with network, 0.2 without.

/** One restriction; `since` is the systemd that first knows it. */
export interface Restriction {
  readonly line: string;
  readonly since: number;
}

// First of all: without it a user manager may set hardly any of the others up (measured on 252).
const common: readonly Restriction[] = [
  { line: 'PrivateUsers=yes', since: 235 },
  { line: 'NoNewPrivileges=yes', since: 187 },
  { line: 'ProtectSystem=strict', since: 232 },
  { line: 'PrivateTmp=yes', since: 183 },
  { line: 'PrivateDevices=yes', since: 209 },
  { line: 'PrivateMounts=yes', since: 239 },
  { line: 'ProtectKernelTunables=yes', since: 232 },
  { line: 'ProtectKernelModules=yes', since: 232 },
  { line: 'ProtectKernelLogs=yes', since: 244 },
  { line: 'ProtectControlGroups=yes', since: 232 },
  { line: 'ProtectClock=yes', since: 245 },
  { line: 'ProtectHostname=yes', since: 242 },
  { line: 'ProtectProc=invisible', since: 247 },
  { line: 'ProcSubset=pid', since: 247 },
  { line: 'CapabilityBoundingSet=', since: 200 },
  { line: 'AmbientCapabilities=', since: 229 },
  { line: 'RestrictNamespaces=yes', since: 233 },
  { line: 'RestrictRealtime=yes', since: 231 },
  { line: 'RestrictSUIDSGID=yes', since: 242 },
  { line: 'LockPersonality=yes', since: 235 },
  { line: 'RemoveIPC=yes', since: 232 },
  { line: 'KeyringMode=private', since: 235 },
  { line: 'DevicePolicy=closed', since: 208 },
  { line: 'SystemCallArchitectures=native', since: 209 },
  // Before the filters: a call of Node's that is refused must not end it.
  { line: 'SystemCallErrorNumber=EPERM', since: 209 },
  { line: 'SystemCallFilter=@system-service', since: 233 },
  { line: 'SystemCallFilter=~@privileged @resources', since: 233 },
];

/** Cloud hosts hand credentials of the machine out at these addresses. */
const withNetwork: readonly Restriction[] = [
  // Without AF_NETLINK name resolution and `os.networkInterfaces()` fail.
  { line: 'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK', since: 211 },
  // One address a line: systemd-run, by which they are tried, reads no lists of them.
  { line: 'IPAddressDeny=169.254.169.254', since: 235 },
  { line: 'IPAddressDeny=fd00:ec2::254', since: 235 },
  { line: 'IPAddressDeny=multicast', since: 235 },
];

const withoutNetwork: readonly Restriction[] = [
  { line: 'PrivateNetwork=yes', since: 187 },
  { line: 'RestrictAddressFamilies=AF_UNIX', since: 211 },
  { line: 'IPAddressDeny=any', since: 235 },
];

/** Hides the homes, so that of one only what is bound into it is there. Needs what binds need. */
export const HIDDEN_HOME: Restriction = { line: 'ProtectHome=tmpfs', since: 238 };

/** What a job with or without network is kept from. `MemoryDenyWriteExecute=` is not here: it kills Node. */
export function restrictions(network: 'network' | 'offline'): readonly Restriction[] {
  const reach = network === 'network' ? withNetwork : withoutNetwork;
  return [...common.slice(0, 1), HIDDEN_HOME, ...common.slice(1), ...reach];
}

/** Not a restriction, but as theirs its lines are left out where the host is too old. */
export const ON_FAILURE = 'OnFailure=';

/** Loads all secrets of a directory; as `ON_FAILURE` it is left out where systemd is too old. */
export const ALL_SECRETS = 'LoadCredential= of a directory';

/**
 * Only the first process may speak for a watch. As `ON_FAILURE` it is left out where the host cannot: then
 * any process of the watch may, such as the `systemd-notify` that it starts.
 */
export const OWN_VOICE = 'NotifyAccess=main';

/** How little of the machine a job may take; a limit that the host does not know does no harm. */
export const LIMITS: readonly string[] = [
  'Nice=10',
  'IOSchedulingClass=idle',
  'CPUWeight=20',
  'MemoryMax=512M',
  'TasksMax=64',
];
