// Names the programs whose own logins OpenClaw's agents may run on.

/** As the config names them. */
export type LoginProgram = 'claudeCode' | 'codex' | 'gemini' | 'minimax' | 'qwen';

/** Logins to judge: at their usual place, or in the named file. */
export type LoginSettings = Readonly<Partial<Record<LoginProgram, true | string>>>;

/** How a login is called in findings, and how it is renewed. */
export interface LoginNames {
  /** Stands for a profile id. */
  readonly id: string;
  readonly title: string;
  /** The providers, or runtimes of a model, that use it; the first stands in findings. */
  readonly providers: readonly [string, ...string[]];
  /** The command that logs in; null when it is done inside the program. */
  readonly command: string | null;
}

export const LOGINS: Readonly<Record<LoginProgram, LoginNames>> = {
  claudeCode: {
    id: 'claude-code',
    title: 'Claude Code',
    providers: ['claude-cli'],
    command: 'claude auth login',
  },
  codex: { id: 'codex', title: 'Codex', providers: ['codex-cli'], command: 'codex login' },
  gemini: {
    id: 'gemini',
    title: 'Gemini',
    providers: ['google-gemini-cli', 'gemini-cli'],
    command: null,
  },
  minimax: { id: 'minimax', title: 'MiniMax', providers: ['minimax-portal'], command: null },
  qwen: { id: 'qwen', title: 'Qwen', providers: ['qwen-portal'], command: null },
};
