import * as api from '@event-sphere/contract/purchases'
import { on, type Route } from '../http/route.ts'
import { cancelPurchase } from './cancel-purchase.ts'
import { getPurchase } from './get-purchase.ts'
import { listMyPurchases } from './list-my-purchases.ts'

/** POST /purchases stands in cart/, where acts begin: it may start a prompt. */
export const purchaseRoutes: readonly Route[] = [
  on(api.listMyPurchases, ({ ctx, caller, query, wants }) =>
    listMyPurchases(ctx, caller, query, wants.isMinimal),
  ),
  on(api.getPurchase, ({ ctx, caller, params, wants }) =>
    getPurchase(ctx, caller, params.id, wants.isMinimal),
  ),
  on(api.cancelPurchase, ({ ctx, caller, params }) => cancelPurchase(ctx, caller, params.id)),
]
