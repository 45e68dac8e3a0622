import { placePurchase } from '@event-sphere/contract/purchases'
import { onKept, type Route } from '../call/route.ts'
import { buyNow } from './buy-now.ts'
import { cartRoutes } from './cart/routes.ts'

export const saleRoutes: readonly Route[] = [
  onKept(placePurchase, (call) => buyNow(call.ctx, call)),
  ...cartRoutes,
]
