import * as api from '@event-sphere/contract/cart'
import { placePurchase } from '@event-sphere/contract/purchases'
import { on, type Route } from '../http/route.ts'
import { addToCart } from './add-to-cart.ts'
import { buyCart } from './buy-cart.ts'
import { buyNow } from './buy-now.ts'
import { changeCartItem } from './change-cart-item.ts'
import { getCart } from './get-cart.ts'
import { removeCartItem } from './remove-cart-item.ts'

export const cartRoutes: readonly Route[] = [
  on(api.addToCart, ({ ctx, caller, body }) => addToCart(ctx, caller, body)),
  on(api.getCart, ({ ctx, caller }) => getCart(ctx, caller)),
  on(api.changeCartItem, ({ ctx, caller, params, body }) =>
    changeCartItem(ctx, caller, { ...params, ...body }),
  ),
  on(api.removeCartItem, ({ ctx, caller, params }) => removeCartItem(ctx, caller, params.ticketTypeId)),
  on(api.checkout, (call) => buyCart(call.ctx, call)),
  on(placePurchase, (call) => buyNow(call.ctx, call)),
]
