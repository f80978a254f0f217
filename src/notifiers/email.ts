// Decides who is mailed, and how: by SMTP or by the local sendmail, with HTML or without.
import { fault } from '../core/fault.ts';
import type { OwnReason } from '../core/phrases/delivery-phrases.ts';
import type {
  Delivery,
  DeliveryAttempt,
  Notification,
  Notifier,
} from '../core/alerts/notification.ts';
import { type EmailConfig, emailSchema, type MailAddress, parseAddress } from './email-config.ts';
import { composeMail, type MailForm } from './email-message.ts';
import { sendBySendmail } from './email-sendmail.ts';
import { type Envelope, smtpTransport } from './email-smtp.ts';
import { configFault, type NotifierKind, type NotifierPorts } from './notifier.ts';
import { ownVariables } from './program-env.ts';

type Compose = (parts: MailForm['parts'], newline: MailForm['newline']) => Promise<Buffer>;
type Dispatch = (compose: Compose, envelope: Envelope, signal: AbortSignal) => Promise<Delivery>;

const NOBODY: OwnReason = 'nobody who is still owed it is in the config';

/** Mails people, each recipient on its own account: who has got it is not told again. */
export const email: NotifierKind<typeof emailSchema> = {
  type: 'email',
  schema: emailSchema,
  create(config, ports): Notifier {
    const name = config.name ?? config.type;
    const dispatch = dispatcher(config, `notifier ${name}`, ports);
    const parties = {
      from: addressOf(config.from, name),
      to: config.to.map((text) => addressOf(text, name)),
      cc: config.cc.map((text) => addressOf(text, name)),
    };
    const everyone = [...new Set([...parties.to, ...parties.cc].map(({ address }) => address))];
    return {
      name,
      type: config.type,
      async send(notification: Notification, { now, signal, recipients }: DeliveryAttempt) {
        const owed = everyone.filter((address) => recipients?.includes(address) ?? true);
        if (owed.length === 0) {
          return { ok: true, detail: NOBODY };
        }
        const compose: Compose = async (parts, newline) =>
          composeMail(notification, parties, { parts, newline, now });
        return dispatch(compose, { from: parties.from.address, to: owed }, signal);
      },
    };
  },
};

function dispatcher(config: EmailConfig, where: string, ports: NotifierPorts): Dispatch {
  const { smtp, sendmail } = config;
  if (sendmail) {
    const own = ownVariables(sendmail.env, `${where}, sendmail`, ports);
    return async (compose, envelope, signal) => {
      const mail = await compose('text-and-html', 'unix');
      return sendBySendmail(sendmail, mail, envelope, { signal, env: ports.env, own });
    };
  }
  if (!smtp) throw configFault(where, fault('expected', fault('smtpOrSendmail')));
  const transport = smtpTransport(smtp, `${where}, smtp`, ports);
  return async (compose, envelope, signal) => {
    const full = await transport(await compose('text-and-html', 'windows'), envelope, signal);
    if (!full.contentRefused) return full.delivery;
    // Filters that refuse HTML may take the text alone.
    return (await transport(await compose('text', 'windows'), envelope, signal)).delivery;
  };
}

function addressOf(text: string, name: string): MailAddress {
  const address = parseAddress(text);
  if (address) return address;
  throw configFault(`notifier ${name}`, fault('badAddress'));
}
