import { authRoutes } from './auth/routes.ts'
import type { Route } from './call/route.ts'
import { cancellationRoutes } from './cancellations/routes.ts'
import { checkInRoutes } from './check-in/routes.ts'
import { entranceRoutes } from './entrances/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { matterRoutes } from './matters/routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { purchaseRoutes } from './purchases/routes.ts'
import { saleRoutes } from './sales/routes.ts'
import { ticketTypeRoutes } from './ticket-types/routes.ts'
import { ticketRoutes } from './tickets/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

export const allRoutes: readonly Route[] = [
  ...organizationRoutes,
  ...authRoutes,
  ...eventRoutes,
  ...entranceRoutes,
  ...ticketTypeRoutes,
  ...saleRoutes,
  ...purchaseRoutes,
  ...paymentRoutes,
  ...ticketRoutes,
  ...checkInRoutes,
  ...matterRoutes,
  ...cancellationRoutes,
  ...webhookRoutes,
]
