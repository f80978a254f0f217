// Reads which runtime a config names for its models.
import type { Route } from '../core/agent.ts';
import { isObject, type Json, type JsonObject } from './config-file.ts';

/** What an agent says about a model itself outranks what is said for all (2026.9.6). */
export function withRuntimes(routes: readonly Route[], models: JsonObject = {}): readonly Route[] {
  const own = modelRuntimes(models);
  if (own.size === 0) return routes;
  return routes.map((route) => {
    const runtime = own.get(`${route.provider}/${route.model}`) ?? own.get(`${route.provider}/*`);
    return runtime === undefined ? route : { ...route, runtime };
  });
}

/** `agentRuntime.id` by model or provider, where it leaves no choice. */
export function modelRuntimes(models: JsonObject): Map<string, string> {
  const runtimes = new Map<string, string>();
  for (const [ref, entry] of Object.entries(models)) {
    const runtime = isObject(entry) ? runtimeOf(entry) : undefined;
    const name = typeof runtime === 'string' ? runtime.trim() : '';
    // These leave the choice to OpenClaw.
    if (name !== '' && name !== 'auto' && name !== 'default') runtimes.set(ref, name);
  }
  return runtimes;
}

function runtimeOf(entry: JsonObject): Json | undefined {
  const runtime = Object.hasOwn(entry, 'agentRuntime') ? entry['agentRuntime'] : undefined;
  return isObject(runtime) ? runtime['id'] : undefined;
}
