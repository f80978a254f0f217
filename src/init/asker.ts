// How the wizard asks: at a terminal by prompts, elsewhere not at all.
import type { InitPhrases } from '../core/phrases/init-phrases.ts';

export interface Asker {
  readonly isInteractive: boolean;
  say(text: string): void;
  text(ask: string, preset: string | null, isOptional: boolean): Promise<string>;
  secret(ask: string, isOptional: boolean): Promise<string>;
  choice(ask: string, choices: readonly Choice[], preset: string): Promise<string>;
  several(
    ask: string,
    choices: readonly Choice[],
    preset: readonly string[],
  ): Promise<readonly string[]>;
  confirm(ask: string, preset: boolean): Promise<boolean>;
}

export interface Choice {
  readonly value: string;
  readonly hint?: string;
}

/** The person left the wizard. */
export class Left extends Error {}

/** Asks at the terminal of this process; throws Left when the person leaves. */
export async function terminalAsker(words: InitPhrases): Promise<Asker> {
  const prompts = await import('@clack/prompts');
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (prompts.isCancel(answer)) throw new Left();
    return answer as Exclude<T, symbol>;
  };
  const needed = (value: string | undefined) =>
    value === undefined || value.trim() === '' ? words.needed : undefined;
  const options = (choices: readonly Choice[]) =>
    choices.map(({ value, hint }) => ({
      value,
      label: value,
      ...(hint === undefined ? {} : { hint }),
    }));
  return {
    isInteractive: true,
    say: (text) => prompts.log.message(text),
    async text(message, preset, isOptional) {
      const given = { message, ...(preset === null ? {} : { initialValue: preset }) };
      const answer = await prompts.text({ ...given, ...(isOptional ? {} : { validate: needed }) });
      return (answered(answer) ?? '').trim();
    },
    async secret(message, isOptional) {
      const answer = await prompts.password({
        message,
        ...(isOptional ? {} : { validate: needed }),
      });
      return (answered(answer) ?? '').trim();
    },
    async choice(message, choices, initialValue) {
      return answered(await prompts.select({ message, options: options(choices), initialValue }));
    },
    async several(message, choices, preset) {
      const initialValues = [...preset];
      const asked = { message, options: options(choices), initialValues, required: false };
      return answered(await prompts.multiselect(asked));
    },
    async confirm(message, initialValue) {
      return answered(
        await prompts.confirm({ message, initialValue, active: words.yes, inactive: words.no }),
      );
    },
  };
}

/** Takes the preset of every question; what has none has to be given by flags. */
export function silentAsker(say: (text: string) => void): Asker {
  return {
    isInteractive: false,
    say,
    text: async (_ask, preset) => preset ?? '',
    secret: async () => '',
    choice: async (_ask, _choices, preset) => preset,
    several: async (_ask, _choices, preset) => preset,
    confirm: async () => false,
  };
}
