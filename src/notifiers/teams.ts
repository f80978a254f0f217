// Decides how a notification is posted to a flow of Microsoft Teams, and how its answers are read.
import * as z from 'zod';
import type { OwnWords } from '../core/phrases/delivery-phrases.ts';
import { allowInsecure, channelFields, secretSource } from '../config/option-types.ts';
import { httpAddress } from './http-address.ts';
import { JSON_TYPE, platformNotifier } from './http-platform.ts';
import { type Answers, member } from './http-reply.ts';
import type { NotifierKind } from './notifier.ts';
import { teamsBody, teamsShortBody } from './teams-card.ts';

const schema = z.strictObject({
  type: z.literal('teams'),
  ...channelFields,
  url: secretSource.describe('The address of the flow; it is the credential.'),
  allowInsecure,
});

/** Error codes of Power Automate that somebody can do something about. */
const WORDS: Readonly<Record<string, OwnWords>> = {
  WorkflowNotFound: 'the flow was deleted',
  WorkflowTriggerNotFound: 'the flow has no such trigger',
  WorkflowTriggerIsNotEnabled: 'the flow is switched off, or its owner has left',
  TriggerInputSchemaMismatch: 'the flow expects another body: use the template for alerts',
  DirectApiAuthorizationRequired: 'the flow takes calls of signed-in users only',
};

const answers: Answers = {
  // A flow takes the card before it posts it: 202, whatever becomes of the card.
  accepts: ({ status }) => status === 202,
  explain({ json }) {
    const code = member(json['error'], 'code');
    const why = typeof code === 'string' && Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
    return why === undefined ? {} : { why };
  },
};

/** Posts an Adaptive Card to a flow ("Workflows") of Microsoft Teams. */
export const teams: NotifierKind<typeof schema> = {
  type: 'teams',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const flow = httpAddress(config.url, `${where}, url`, config, ports);
    return platformNotifier(config, ports, {
      ...answers,
      origin: flow.origin,
      request: (notification, refused) => ({
        url: flow.url.reveal(),
        headers: JSON_TYPE,
        body: refused === null ? teamsBody(notification) : teamsShortBody(notification),
      }),
    });
  },
};
