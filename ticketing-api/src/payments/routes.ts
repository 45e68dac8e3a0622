import * as api from '@event-sphere/contract/payments'
import { cancelPurchase as cancelPurchaseCall } from '@event-sphere/contract/purchases'
import { on, onKept, type Route } from '../call/route.ts'
import { callbackRoutes } from './callbacks/callback-routes.ts'
import { cancelPurchase } from './cancel-purchase.ts'
import { getPaymentStatus } from './get-payment-status.ts'
import { listPurchasePayments } from './list-purchase-payments.ts'
import { answerStkPush } from './prompts/answer-stk-push.ts'

export const paymentRoutes: readonly Route[] = [
  on(cancelPurchaseCall, ({ ctx, caller, params }) => cancelPurchase(ctx, caller, params.id)),
  onKept(api.stkPush, ({ ctx, caller, visitor, body, idempotencyKey, locale }) =>
    answerStkPush(ctx, { caller, visitor, wanted: body, idempotencyKey, locale }),
  ),
  on(api.getPaymentStatus, ({ ctx, caller, params, wants, locale }) =>
    getPaymentStatus(ctx, { caller, id: params.checkoutRequestId, locale, waitSeconds: wants.waitSeconds }),
  ),
  on(api.listPurchasePayments, ({ ctx, caller, params, locale }) =>
    listPurchasePayments(ctx, { caller, purchaseId: params.id, locale }),
  ),
  ...callbackRoutes,
]
