// Bounds a piece of work in time and ties it to an outer signal.

/**
 * Runs `work` with a signal that aborts after `timeoutMs` (reason `TimeoutError`) or with `parent`.
 * Not `AbortSignal.any`: on Node 20 a combined signal can be collected before its timeout fires.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  parent: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onAbort = () => controller.abort(parent?.reason);
  const onTimeout = () => controller.abort(new DOMException('time is up', 'TimeoutError'));
  const timer = setTimeout(onTimeout, timeoutMs);
  if (parent?.aborted) onAbort();
  parent?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', onAbort);
  }
}
