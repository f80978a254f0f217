// What `install` and `uninstall` tell, in English; every language says the same.

export const installPhrases = {
  places: 'Where the scheduled run can live:',
  targets: {
    cron: 'A line in your crontab (anything with cron).',
    launchd: 'An agent of your login (macOS).',
    systemd: 'A hardened timer, a split pair or a watch (Linux).',
    termux: 'A job on an Android phone (Termux), or a key for one.',
  },
  did: {
    wrote: (what: string) => `wrote ${what}`,
    updated: (what: string) => `updated ${what}`,
    removed: (what: string) => `removed ${what}`,
    made: (what: string) => `made ${what}`,
    ran: (what: string) => `ran ${what}`,
  },
  /** What a dry run says instead. */
  would: {
    wrote: (what: string) => `would write ${what}`,
    updated: (what: string) => `would update ${what}`,
    removed: (what: string) => `would remove ${what}`,
    made: (what: string) => `would make ${what}`,
    ran: (what: string) => `would run ${what}`,
  },
  cannot: {
    wrote: (what: string, why: string) => `Cannot write ${what}: ${why}`,
    updated: (what: string, why: string) => `Cannot update ${what}: ${why}`,
    removed: (what: string, why: string) => `Cannot remove ${what}: ${why}`,
    made: (what: string, why: string) => `Cannot make ${what}: ${why}`,
    ran: (what: string, why: string) => `Cannot run ${what}: ${why}`,
  },
  cannotLook: (path: string, why: string) => `Cannot look at ${path}: ${why}`,
  failed: (parts: { readonly command: string; readonly code: number; readonly said: string }) =>
    `${parts.command} failed (${parts.code}): ${parts.said}`,
  endedWith: (command: string, code: number) => `${command} ended with ${code}`,
  unchanged: (what: string) => `unchanged ${what}`,
  yours: (path: string) => `unchanged ${path} (yours)`,
  kept: (path: string) => `kept ${path}`,
  keptFor: (path: string, names: string) => `kept ${path}: ${names}`,
  keptEdited: (path: string) => `kept ${path}: it was changed by hand`,
  forceRemoves: (path: string) => `kept ${path}: it was changed by hand; --force removes it`,
  forceReplaces: '"+" would be installed; --force replaces the file',
  nothingOfOurs: 'nothing of ours is there',
  absent: (program: string) => `There is no ${program} here.`,
  noHome: 'This user has no home directory.',
  note: (remark: string) => `note: ${remark}`,
  jobHasNoVariable: (where: string) =>
    `${where} comes from a variable, which the job does not have`,
  noConfigNamesChannel: 'no config names a channel: nobody will be told',
  jobOfRoot: "this is root's job; without sudo it is yours",
  /** Comments of a config that is left to begin with. */
  seed: {
    timerState: 'Timer and shell keep what was told to whom in one place.',
    jobState: 'Job and shell keep what was told in one place.',
    notifiers: 'Whom to tell: see docs/configuration.md.',
  },
  cron: {
    nothingOfOurs: 'unchanged crontab: nothing of ours is in it',
    forceRemoves: 'kept crontab: our lines were changed by hand; --force removes them',
    forceReplaces: 'kept crontab: our lines were changed by hand; --force replaces them by',
    halfOfOurs: 'The crontab has our first line and not our last: mend it with crontab -e',
  },
  systemd: {
    needsRoot: 'System units need root; --user installs for yourself.',
    notRunning: 'systemd does not run here; cron or `watch` may do instead.',
    splitNeeds: (needed: number, present: number) =>
      `--split needs systemd ${needed}; this is ${present}.`,
    /** A way to load secrets, not a line. */
    allSecrets: 'LoadCredential= of a directory',
    leftOut: (line: string, why: string) => `left out ${line}: ${why}`,
    tooOld: (version: number, needed: number) => `systemd ${version} is older than ${needed}`,
    tellsNoHandler: (version: number, needed: number) =>
      `systemd ${version} does not tell a handler what failed, ${needed} does`,
    loadsNoDirectory: (version: number, instead: string) =>
      `systemd ${version} cannot, so ${instead}`,
    instead: {
      named: 'each secret is named: install again after you add one',
      byFile: 'the config has to take secrets by { file }',
      readFiles: 'the units read the files themselves',
    },
    noPerl: (perl: string) => `there is no ${perl} to open the socket for Node`,
    trialFailed: 'a trial run under it failed here',
    onlyWhileLoggedIn: 'without lingering the units run only while you are logged in',
    keptLingering: (name: string, units: string) =>
      `kept lingering of ${name} on: ${units} may need it`,
    unnameable: (path: string) => `a unit has no word for ${path}, so it cannot see it`,
    unseen: (path: string) => `the unit cannot see ${path}`,
    unitHasNoVariable: (where: string) =>
      `${where} comes from a variable, which a unit does not have: use { credential } or { file }`,
    noChannel: (config: string) => `${config} names no channel: nobody will be told`,
    toRun: (command: string) => `To run it now: ${command}`,
    toReadLog: (command: string) => `To read its log: ${command}`,
  },
  termux: {
    noTermux: 'This is no Termux. On a gateway, for the key of a phone: --phone-key',
    /** Buttons of a notification. */
    buttons: { fix: 'How to fix', again: 'Check again' },
    hostKey: (key: string) => `its host key, from now on the only one: ${key}`,
    answers: (host: string) => `${host} answers with its report`,
    noAnswer: (parts: { readonly host: string; readonly code: number; readonly said: string }) =>
      `${parts.host} does not answer yet (${parts.code}): ${parts.said}`,
    onThatHost: 'On that host, as the user of the gateway, once:',
    noChannel: (config: string) =>
      `${config} has no channel of type termux: this phone will show nothing`,
    gatewaySleeps: 'nothing keeps the gateway itself awake; that is its own affair',
    battery: 'Switch the battery optimisation off for Termux and Termux:API.',
    toLook: (command: string) => `To look now: ${command}`,
  },
  /** What the scripts on a phone say; each %s is filled in there, in this order, and no other % or backslash may be. */
  phone: {
    anotherRun: 'Another run is still under way.',
    anotherRunToast: 'OpenClaw auth: another run is still under way',
    outcome: 'OpenClaw auth: %s',
    fine: 'every credential that counts is fine',
    failing: 'failing',
    expiring: 'expiring',
    owed: 'fine, but a message is still owed',
    unknown: 'nothing is known, %s',
    endedWith: 'exit code %s: %s',
    noAnswer: 'no answer from it (%s): %s',
    answeredWith: 'it answered with exit code %s: %s',
    notAsked: 'Could not ask %s',
    notJudged: 'The auth monitor cannot judge',
    unknownSince: 'Nothing is known about the credentials since %s, tries: %s. %s',
    tryAgain: 'Try again',
    close: 'Press Enter to close.',
    nothingToRenew: 'OpenClaw auth: nothing to renew is known',
    inClipboard: 'The last command is in the clipboard.',
    copied: 'Copied: %s',
    page: 'Page: %s',
    looking: 'Looking …',
    onHost: 'On %s:',
    inSession: 'In another session (swipe from the left edge):',
    whenDone: 'When that is done: Enter looks again, q and Enter ends.',
    nothingStarts:
      'Nothing starts the runs: neither termux-job-scheduler (app Termux:API, pkg install termux-api) nor crond (pkg install cronie) works here.',
    toCancel: 'Termux:API does not answer. Once it does: %s',
    byAndroid: "every %s minutes, by Android's job scheduler",
    byCron: 'by cron, while crond lives',
    unscheduled: 'NOT SCHEDULED: run install again',
    statusOfHost: 'OpenClaw auth on %s',
    statusOfPhone: 'OpenClaw auth on this phone',
    noRun: 'No run has come to its end yet.',
    lastRun: 'Last run: %s, exit code %s',
    unknownNow: 'NOTHING IS KNOWN since %s, tries: %s: %s',
    runs: 'Runs: %s',
  },
};

export type InstallPhrases = typeof installPhrases;
