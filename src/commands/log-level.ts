// Leaves out of stderr what is less grave than `--log-level` or the config asks for.
import type { TextSink, World } from '../world.ts';

/** Least grave first, as pino ranks them. */
const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** The world with a stderr that shows what is logged only from `level` on; what ends a run is no log. */
export function quieterWorld(world: World, level: string): World {
  return { ...world, stderr: leastLevel(world.stderr, level) };
}

function leastLevel(sink: TextSink, least: string): TextSink {
  return {
    isTTY: sink.isTTY,
    columns: sink.columns,
    write(text, level) {
      if (level === undefined || LEVELS.indexOf(level) >= LEVELS.indexOf(least)) {
        sink.write(text, level);
      }
    },
  };
}
