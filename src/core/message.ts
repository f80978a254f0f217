// Makes the sentences about a finding, the same in every report, alert and page.
import { note } from './remedy.ts';
import { label } from './terminal.ts';
import { words } from './words.ts';
import { tell, type Context, type Describable, type Told } from './words/told.ts';

export interface Description {
  /** What is wrong, without agent and gateway: both are shown beside it. */
  readonly title: string;
  /** Lines to paste, in order; a line that starts with `# ` is an advice and a comment to the shell. */
  readonly remedy: readonly string[];
}

/**
 * Says what a finding is and how to put it right, as of `context.now` (epoch ms). Facts may be those
 * of a Finding (times in epoch ms) or of a ReportFinding (ISO).
 */
export function describe(finding: Describable, context: Context): Description {
  const told = tell(finding, context);
  const entry = words[finding.code];
  return { title: entry.title(told), remedy: atGateway(entry.remedy(told), told) };
}

function atGateway(remedy: readonly string[], { finding, context, phrases }: Told) {
  const { gatewayCount, stateDir } = context;
  if (!remedy.some((line) => line.startsWith('openclaw '))) return remedy;
  const dir = stateDir === undefined ? null : label(stateDir, 200);
  if (gatewayCount < 2) {
    return dir === null ? remedy : [note(phrases.remedy.withStateDir(dir)), ...remedy];
  }
  const gateway = label(finding.gateway, 60);
  return [note(phrases.remedy.onGateway({ gateway, dir })), ...remedy];
}
