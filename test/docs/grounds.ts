// Where each documented command is run: on the machine of a reader, on one with systemd, on a phone, or elsewhere.
import type { Documented } from './documented.ts';
import { elsewhere, type Elsewhere } from './elsewhere.ts';

export type Ground = 'reader' | 'systemd' | 'phone' | 'elsewhere';

/** Nothing stands in for a service manager. */
const SYSTEMD = /\bsystemd\b|^(?:sudo|systemctl|systemd-analyze|journalctl|loginctl) |\/systemd\//;
/** A phone has its key let in on the machine of its gateway. */
const PHONE = /\b(?:un)?install termux\b(?! --phone-key)|^~\/\.shortcuts\/|\btest termux\b/;

/** The entries that stand for a command, one for each of its parts; empty where it is run in the tests. */
export function entriesFor({ page, text, nth }: Documented): readonly Elsewhere[] {
  const parts = text.split(' && ').map((part) => part.replace(/^(?:\w+=\S+ )+/, ''));
  const entries = parts.map((part) =>
    elsewhere.find(
      (entry) =>
        isNamed(part, entry.command) && (entry.page ?? page) === page && (entry.nth ?? nth) === nth,
    ),
  );
  return entries.some((entry) => entry === undefined) ? [] : (entries as readonly Elsewhere[]);
}

function isNamed(command: string, name: string): boolean {
  return name.endsWith(' *') ? `${command} `.startsWith(name.slice(0, -1)) : command === name;
}

export function groundOf(command: Documented): Ground {
  if (entriesFor(command).length > 0) return 'elsewhere';
  if (PHONE.test(command.text)) return 'phone';
  return SYSTEMD.test(command.text) ? 'systemd' : 'reader';
}
