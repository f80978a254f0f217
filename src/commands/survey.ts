// Finds out what the scheduled job of a user will read: its config, and by judging once what is judged.
import { dirname } from 'node:path';
import type { InstallRequest, Survey } from '../install/target.ts';
import { takeNotes } from '../install/judged.ts';
import { run as runPipeline } from '../run.ts';
import type { World } from '../world.ts';
import { openContext, runRequest } from './context.ts';

/** Judges offline as `world`'s user would, keeps nothing, and says what was looked at. */
export async function survey(world: World, options: InstallRequest['options']): Promise<Survey> {
  const context = await openContext({ world, options, args: [] }, () => undefined);
  const { files, noted } = takeNotes(world.files);
  const request = runRequest(context, 'profiles', null, 'by flag');
  const report = await runPipeline({ ...context.world, files }, request);
  const stores = report.agents.flatMap(({ store }) => (store.path === null ? [] : [store.path]));
  const gateways = request.sources.map(({ stateDir }) => stateDir);
  return {
    judged: {
      directories: [...gateways, ...stores.map((path) => dirname(path))],
      further: [...noted],
    },
    used: context.used,
  };
}
