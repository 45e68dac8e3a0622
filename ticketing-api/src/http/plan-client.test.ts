import { expect, test } from 'vitest'
import { startApi, type TestApi } from '../cast/start-api.ts'

/** A client that knows paths and bodies, and nothing else of ours: no key for its acts, no languages, no preferences. */
const clientOf =
  (api: TestApi) => async (method: string, path: string, token: string | undefined, body?: object) => {
    const answer = await fetch(`${api.url}/api${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as never }
  }

const organization = {
  name: 'Kenya National Chamber of Commerce and Industry - Uasin Gishu',
  description: 'Organizers of the Eldoret International Business Summit 2026',
  email: 'events@kncci-uasingishu.co.ke',
  phone: '+254 XXX XXX XXX',
  address: 'Eldoret, Kenya',
  city: 'Eldoret',
  country: 'Kenya',
  website: 'https://eldoretsummit.co.ke',
  status: 'active',
}
const admin = {
  email: 'admin@kncci-uasingishu.co.ke',
  password: 'secure_password',
  firstName: 'KNCCI',
  lastName: 'Admin',
}
const event = {
  title: 'Eldoret International Business Summit 2026',
  slug: 'eldoret-business-summit-2026',
  description: 'Join us for a 3-day international business summit...',
  category: 'Business Conference',
  status: 'published',
  isFeatured: true,
  isFree: false,
  startDateTime: '2026-07-15T08:00:00Z',
  endDateTime: '2026-07-17T18:00:00Z',
  locationName: 'Eldoret Sports Club',
  locationAddress: 'Eldoret, Kenya',
  locationCity: 'Eldoret',
  locationCountry: 'Kenya',
  locationCoordinates: { latitude: 0.5143, longitude: 35.269 },
  ageRestriction: 'GA',
  featuredImage: 'https://...',
  maxAttendees: 2000,
  tags: ['business', 'networking', 'international', 'trade'],
}
const generalAdmission = {
  name: 'General Admission',
  description: 'Access to all summit sessions, workshops, and exhibitions (July 15-17, 2026)',
  price: 0,
  quantity: 2000,
  remaining: 2000,
  saleStartDate: '2026-02-01T00:00:00Z',
  saleEndDate: '2026-07-14T23:59:59Z',
  isActive: true,
  benefits: [
    'Access to all 3 days of the summit',
    'Workshops and panel discussions',
    'Exhibition hall access',
    'Networking sessions',
    'Certificate of attendance',
  ],
  metadata: { requiresRegistration: true, includesGala: false },
}
const galaNight = {
  name: 'Gala Night Access',
  description: 'Exclusive gala dinner and awards ceremony on July 16, 2026 (6:00 PM - 11:00 PM)',
  price: 1500,
  quantity: 500,
  remaining: 500,
  saleStartDate: '2026-02-01T00:00:00Z',
  saleEndDate: '2026-07-15T23:59:59Z',
  isActive: true,
  benefits: [
    'Gala dinner (July 16 evening)',
    'Awards ceremony',
    'VIP networking',
    'Entertainment',
    'Complimentary drinks',
  ],
  metadata: { requiresGeneralAdmission: true, galaDate: '2026-07-16', time: '18:00-23:00' },
}
const bundle = {
  name: 'Full Access Pass (Summit + Gala)',
  description: 'Complete access to all summit sessions and gala night',
  price: 1500,
  benefits: [
    'Everything in General Admission',
    'Everything in Gala Night Access',
    'Priority seating at gala',
  ],
  metadata: { bundle: true, includes: ['general_admission', 'gala_night'] },
}
const person = {
  email: 'user@example.com',
  password: 'user_password',
  firstName: 'John',
  lastName: 'Doe',
  phone: '+254712345678',
}

test('a client that sends the bodies as they were planned creates all of it, registers, checks out and pays', async () => {
  const api = await startApi()
  const call = clientOf(api)
  const made = async <Made>(
    path: string,
    token: string | undefined,
    body?: object,
  ): Promise<Made & { id: string }> => {
    const answer = await call('POST', path, token, body)
    expect(answer, path).toMatchObject({ status: 201 })
    return answer.body
  }

  const { id: organizationId } = await made('/organizations', api.platform, organization)
  const { access_token: staff } = await made<{ access_token: string }>('/auth/register-admin', api.platform, {
    ...admin,
    organizationId,
  })
  const summit = await made<typeof event>('/events', staff, { ...event, organizationId })
  const { startDateTime, endDateTime, ...asSaid } = event
  expect(summit).toMatchObject(asSaid)
  const eventId = summit.id
  const general = await made<typeof generalAdmission>('/ticket-types', staff, {
    eventId,
    ...generalAdmission,
  })
  const gala = await made<typeof galaNight>('/ticket-types', staff, { eventId, ...galaNight })
  expect([general.metadata, gala.metadata]).toEqual([generalAdmission.metadata, galaNight.metadata])
  expect(await made('/ticket-types', staff, bundle)).toMatchObject({
    eventId,
    includes: [general.id, gala.id],
  })

  const { access_token: me } = await made<{ access_token: string }>('/auth/register', undefined, person)
  const registered = await made<{ status: string; tickets: object[] }>('/purchases', me, {
    eventId,
    items: [{ ticketTypeId: general.id, quantity: 1 }],
    totalAmount: 0,
    paymentMethod: 'none',
  })
  expect(registered).toMatchObject({ status: 'completed', tickets: [{ status: 'valid' }] })

  await made('/cart', me, { ticketTypeId: gala.id, quantity: 1 })
  const order = await made<{ purchaseId: string; account: string }>('/cart/checkout', me)
  expect(order).toMatchObject({
    status: 'pending_payment',
    totalAmount: 1500,
    paymentInstructions: { method: 'mpesa' },
  })
  const prompt = await made<{ checkoutRequestId: string }>('/payments/mpesa/stk-push', me, {
    purchaseId: order.purchaseId,
    phoneNumber: '254712345678',
    amount: 1500,
    accountReference: 'EBS2026-GALA',
    transactionDesc: 'Gala Night Ticket',
  })
  await api.mpesa.pays(order)
  await api.runJobs()

  const paid = await call('GET', `/payments/mpesa/status/${prompt.checkoutRequestId}`, me)
  expect(paid.body).toMatchObject({ status: 'completed', purchaseStatus: 'completed' })
  const mine = await call('GET', '/purchases/my-purchases', me)
  const types = (mine.body as { items: { tickets: { ticketType: { id: string } }[] }[] }).items.flatMap(
    ({ tickets }) => tickets.map(({ ticketType }) => ticketType.id),
  )
  expect(types.toSorted()).toEqual([general.id, gala.id].toSorted())
}, 90_000)
