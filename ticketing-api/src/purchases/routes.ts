import * as api from '@event-sphere/contract/purchases'
import { on, type Route } from '../call/route.ts'
import { getPurchase } from './get-purchase.ts'
import { listMyPurchases } from './list-my-purchases.ts'

/** POST /purchases stands in sales/, where acts begin; giving one up in payments/, which knows of open prompts. */
export const purchaseRoutes: readonly Route[] = [
  on(api.listMyPurchases, ({ ctx, caller, query, wants }) =>
    listMyPurchases(ctx, caller, query, wants.isMinimal),
  ),
  on(api.getPurchase, ({ ctx, caller, params, wants }) =>
    getPurchase(ctx, caller, params.id, wants.isMinimal),
  ),
]
