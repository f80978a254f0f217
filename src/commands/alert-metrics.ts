// Decides what the metrics file says of the channels: what they got, what they are owed, when it last worked.
import type { AlertState } from '../core/alerts/incident.ts';
import type { Report } from '../core/report.ts';
import { formatFamilies, type Family } from '../reporters/exposition.ts';
import { reportFamilies } from '../reporters/prometheus.ts';

/** The metrics file of a run: the report's, and how its messages fared. */
export function runMetrics(report: Report, state: AlertState): string {
  return formatFamilies([...reportFamilies(report), ...channelFamilies(state)]);
}

function channelFamilies({ channels, counters, outbox }: AlertState): readonly Family[] {
  const names = Object.keys(channels);
  return [
    {
      name: 'openclaw_auth_notifications_total',
      help: 'Tries to deliver a message, by channel and outcome: delivered, or the kind of fault.',
      type: 'counter',
      samples: Object.entries(counters).flatMap(([channel, outcomes]) =>
        Object.entries(outcomes).map(([outcome, value]) => ({
          labels: { channel, outcome },
          value,
        })),
      ),
    },
    {
      name: 'openclaw_auth_outbox_pending',
      help: 'Messages that the channel is owed, those given up included.',
      type: 'gauge',
      samples: names.map((channel) => ({
        labels: { channel },
        value: outbox.filter((entry) => entry.channel === channel).length,
      })),
    },
    {
      name: 'openclaw_auth_notification_last_success_timestamp_seconds',
      help: 'When the channel last took a message, Unix time; absent when it never did.',
      type: 'gauge',
      samples: names.flatMap((channel) => {
        const at = channels[channel]?.lastSuccessAt ?? null;
        return at === null ? [] : [{ labels: { channel }, value: at / 1000 }];
      }),
    },
  ];
}
