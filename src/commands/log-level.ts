// Leaves out of stderr what is less grave than `--log-level` or the config asks for.
import type { TextSink, World } from '../world.ts';

/** Least grave first, as pino ranks them. */
const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** What a command that runs once says beside its output → its level. Any other line is no log. */
const LINES: readonly (readonly [RegExp, string])[] = [
  [/^warning: |: \w+ \(\d+\) not delivered, /, 'warn'],
  [/: \w+ \(\d+\) delivered\n$/, 'info'],
];

/** The world with a stderr that shows what is logged only from `level` on; what ends a run is no log. */
export function quieterWorld(world: World, level: string): World {
  return { ...world, stderr: leastLevel(world.stderr, level) };
}

// Whole lines are written at once.
function leastLevel(sink: TextSink, level: string): TextSink {
  const isShown = (line: string): boolean => {
    const [, levelOfLine = 'silent'] = LINES.find(([pattern]) => pattern.test(line)) ?? [];
    return LEVELS.indexOf(levelOfLine) >= LEVELS.indexOf(level);
  };
  return {
    isTTY: sink.isTTY,
    columns: sink.columns,
    write(text) {
      const shown = text.split(/(?<=\n)/).filter(isShown);
      if (shown.length > 0) sink.write(shown.join(''));
    },
  };
}
