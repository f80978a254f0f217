// Decides how a message is delivered to a receiver that takes one incident at a time.
import type {
  Delivery,
  DeliveryAttempt,
  DeliveryFailure,
  IncidentView,
} from '../core/alerts/notification.ts';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';

const LATE: OwnReason = 'no time left';
const NO_TIME: Delivery = { ok: false, fault: 'transient', detail: LATE };
const NOTHING: OwnReason = 'nothing was owed';

/**
 * Hands incidents over one by one. What the receiver took is not sent again: the fingerprints of the
 * others are the recipients still owed. After a fault that concerns all, the rest is not tried.
 */
export async function deliverEach(
  incidents: readonly IncidentView[],
  { recipients, signal }: DeliveryAttempt,
  deliver: (incident: IncidentView) => Promise<Delivery>,
): Promise<Delivery> {
  const owed = incidents.filter(
    ({ fingerprint }) => recipients === undefined || recipients.includes(fingerprint),
  );
  const refused: string[] = [];
  let refusal: DeliveryFailure | null = null;
  let taken = 0;
  let detail: string = NOTHING;
  for (const [index, incident] of owed.entries()) {
    const delivery: Delivery = signal.aborted ? NO_TIME : await deliver(incident);
    if (delivery.ok) {
      taken += 1;
      detail = delivery.detail ?? detail;
    } else if (delivery.fault === 'permanent') {
      refused.push(incident.fingerprint);
      refusal = delivery;
    } else if (index === 0) {
      return delivery;
    } else {
      const pending = owed.slice(index).map(({ fingerprint }) => fingerprint);
      const told = deliverySentences.told(String(taken), String(owed.length));
      const failure = { ...delivery, detail: `${told}; ${delivery.detail}` };
      // Only with `refused` does a first try count as having reached somebody.
      return taken > 0 ? { ...failure, pending, refused } : { ...failure, pending };
    }
  }
  if (refusal === null) return { ok: true, detail };
  return taken > 0 ? { ok: true, detail: refusal.detail, refused } : refusal;
}
