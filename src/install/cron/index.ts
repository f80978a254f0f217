// The target cron: one block in the caller's crontab, which is read and written by `crontab` alone.
import { WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import { jobTimes } from '../job-times.ts';
import { ownJob } from '../own-job.ts';
import { isPristine } from '../seal.ts';
import type { Site } from '../site.ts';
import type { InstallRequest, InstallTarget } from '../target.ts';
import { cronBlock, splitCrontab, type Crontab } from './crontab.ts';

export const cron: InstallTarget = {
  install,
  uninstall,
};

async function install(request: InstallRequest): Promise<void> {
  const { site } = request;
  const job = await ownJob(request);
  const wanted = cronBlock(await jobTimes(request), job);
  const table = read(site);
  if (table.block === wanted) site.tell(site.words.unchanged('crontab'));
  else if (isKept(request, table)) tellKept(site, wanted);
  else {
    write(site, `${table.before}${wanted}${table.after}`);
    for (const line of wanted.trimEnd().split('\n')) site.tell(`    ${line}`);
  }
  for (const remark of job.remarks) site.tell(remark);
}

async function uninstall(request: InstallRequest): Promise<void> {
  const { site } = request;
  const table = read(site);
  const { cron: words } = site.words;
  if (table.block === null) return site.tell(words.nothingOfOurs);
  if (isKept(request, table)) return site.tell(words.forceRemoves);
  const rest = table.before + table.after;
  // `crontab -` with nothing would leave an empty table behind.
  if (rest.trim() === '') site.run('crontab', '-r');
  else write(site, rest);
}

function isKept({ options }: InstallRequest, { block }: Crontab): boolean {
  return block !== null && options['force'] !== true && !isPristine(block);
}

function tellKept(site: Site, wanted: string): void {
  site.tell(site.words.cron.forceReplaces);
  for (const line of wanted.trimEnd().split('\n')) site.tell(`    ${line}`);
}

function write(site: Site, text: string): void {
  site.feed(text, 'crontab', '-');
}

function read(site: Site): Crontab {
  const { words } = site;
  const { code, stdout, stderr } = site.ask('crontab', '-l');
  if (code === 0) return splitCrontab(stdout, words.cron);
  // Every cron says this of a user who has none, each with a code of its own.
  if (/no crontab/i.test(stderr)) return splitCrontab('', words.cron);
  if (code === 127 && site.isDry) return splitCrontab('', words.cron);
  throw new WriteError(
    fault(
      'said',
      code === 127
        ? words.absent('crontab')
        : words.failed({ command: 'crontab -l', code, said: stderr.trim() }),
    ),
  );
}
