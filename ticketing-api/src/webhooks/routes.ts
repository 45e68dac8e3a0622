import * as api from '@event-sphere/contract/webhooks'
import { on, type Route } from '../call/route.ts'
import { changeWebhook } from './change-webhook.ts'
import { createWebhook } from './create-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { getWebhook } from './get-webhook.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listWebhooks } from './list-webhooks.ts'
import { replayDeliveries } from './replay-deliveries.ts'
import { rotateSecret } from './rotate-secret.ts'

export const webhookRoutes: readonly Route[] = [
  on(api.createWebhook, ({ ctx, caller, body }) => createWebhook(ctx, caller, body)),
  on(api.listWebhooks, ({ ctx, caller }) => listWebhooks(ctx, caller)),
  on(api.getWebhook, ({ ctx, caller, params }) => getWebhook(ctx, caller, params.id)),
  on(api.changeWebhook, ({ ctx, caller, params, body }) => changeWebhook(ctx, caller, params.id, body)),
  on(api.rotateWebhookSecret, ({ ctx, caller, params, body }) =>
    rotateSecret(ctx, caller, params.id, body.secret),
  ),
  on(api.listDeliveries, ({ ctx, caller, params, query }) => listDeliveries(ctx, caller, params.id, query)),
  on(api.replayDeliveries, ({ ctx, caller, params, body }) => replayDeliveries(ctx, caller, params.id, body)),
  on(api.deleteWebhook, ({ ctx, caller, params }) => deleteWebhook(ctx, caller, params.id)),
]
