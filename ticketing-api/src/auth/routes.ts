import * as api from '@event-sphere/contract/auth'
import { on, type Route } from '../call/route.ts'
import { acrossOrganizations } from '../call/scope.ts'
import { changeMe } from './change-me.ts'
import { getMe } from './get-me.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { redeemEmailLink } from './redeem-email-link.ts'
import { refresh } from './refresh.ts'
import { register } from './register.ts'
import { registerStaff } from './register-staff.ts'
import { requestEmailLink } from './request-email-link.ts'

/** Before sign-in the caller has no organization; it is read with the account. */
export const authRoutes: readonly Route[] = [
  on(api.register, ({ ctx, body, visitor, locale }) =>
    register(ctx, { wanted: body, visitor, locale: body.consent?.locale ?? locale }),
  ),
  on(api.registerAdmin, ({ ctx, caller, body }) => registerStaff(ctx, caller, 'admin', body)),
  on(api.registerAgent, ({ ctx, caller, body }) => registerStaff(ctx, caller, 'agent', body)),
  on(api.login, ({ ctx, body, visitor }) => acrossOrganizations(() => login(ctx, body, visitor))),
  on(api.refresh, ({ ctx, body }) => acrossOrganizations(() => refresh(ctx, body.refresh_token))),
  on(api.logout, ({ ctx, body }) => logout(ctx, body.refresh_token)),
  on(api.requestEmailLink, ({ ctx, body, visitor, locale }) =>
    requestEmailLink(ctx, { email: body.email, locale: body.locale ?? locale, visitor }),
  ),
  on(api.redeemEmailLink, ({ ctx, body, visitor }) =>
    acrossOrganizations(() => redeemEmailLink(ctx, body.token, visitor)),
  ),
  on(api.getMe, ({ ctx, caller }) => getMe(ctx, caller)),
  on(api.changeMe, ({ ctx, caller, body }) => changeMe(ctx, caller, body)),
]
