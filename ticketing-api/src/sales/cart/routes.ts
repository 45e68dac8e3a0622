import * as api from '@event-sphere/contract/cart'
import { on, onKept, type Route } from '../../call/route.ts'
import { addToCart } from './add-to-cart.ts'
import { buyCart } from './buy-cart.ts'
import { cartOwner } from './cart-owner.ts'
import { changeCartItem } from './change-cart-item.ts'
import { getCart } from './get-cart.ts'
import { removeCartItem } from './remove-cart-item.ts'

export const cartRoutes: readonly Route[] = [
  on(api.addToCart, ({ ctx, body, ...asker }) =>
    addToCart(ctx, cartOwner(asker.caller, body.cartId), body, asker),
  ),
  on(api.getCart, ({ ctx, caller, query }) => getCart(ctx.database.reader, cartOwner(caller, query.cartId))),
  on(api.changeCartItem, ({ ctx, params, query, body, ...asker }) =>
    changeCartItem(ctx, cartOwner(asker.caller, query.cartId), { ...params, ...body }, asker),
  ),
  on(api.removeCartItem, ({ ctx, caller, params, query }) =>
    removeCartItem(ctx, cartOwner(caller, query.cartId), params.ticketTypeId),
  ),
  onKept(api.checkout, (call) => buyCart(call.ctx, call)),
]
