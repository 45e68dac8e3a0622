import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('attendee/see-event.tsx', { id: 'featured-event' }),
  route('events/:slug', 'attendee/see-event.tsx'),
  route('register', 'attendee/register.tsx'),
  route('sign-in', 'attendee/sign-in.tsx'),
  route('sign-in/link/:token', 'attendee/redeem-link.tsx'),
  route('sign-out', 'attendee/sign-out.ts'),
  route('choose', 'attendee/choose.tsx'),
  route('pay/:purchaseId', 'attendee/pay.tsx'),
  route('pay/:purchaseId/waiting', 'attendee/wait-for-payment.tsx'),
  route('tickets', 'attendee/see-tickets.tsx'),
  route('tickets/:ticketId/qr.png', 'attendee/show-qr.ts'),
  route('receipts/:purchaseId', 'attendee/show-receipt.tsx'),
  route('manage', 'attendee/manage-events.tsx'),
  route('privacy', 'attendee/read-privacy.tsx'),
  route('language', 'attendee/choose-language.ts'),
  route('robots.txt', 'attendee/guide-robots.ts'),
  route('sitemap.xml', 'attendee/map-site.ts'),
  route('fault', 'attendee/meet-fault.ts'),
  route('*', 'attendee/miss-page.ts'),
] satisfies RouteConfig
