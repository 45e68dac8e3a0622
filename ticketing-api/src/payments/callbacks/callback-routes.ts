import * as api from '@event-sphere/contract/payments'
import { on, type Route } from '../../call/route.ts'
import { callbackOf } from './raw-callback.ts'
import { receiveCallback } from './receive-callback.ts'
import { receivePlanCallback } from './receive-plan-callback.ts'

/** Safaricom's doors. They are served in a scope of their own, where `registerCallbackParser` takes any body. */
export const callbackRoutes: readonly Route[] = [
  on(api.receiveCallback, ({ ctx, params, body, source }) =>
    receiveCallback(ctx, { token: params.token, callback: callbackOf(body), source }),
  ),
  on(api.receivePlanCallback, ({ ctx, source }) => receivePlanCallback(ctx, source)),
]
