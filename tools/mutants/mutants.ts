export interface Mutant {
  /** The safeguard that is removed. */
  breaks: string
  file: string
  /** Occurs exactly once in the file. */
  from: string
  to: string
  /** The test that must fail. */
  killedBy: { file: string; test: string }
}

const api = 'ticketing-api/src'

/** Safeguards of the product, each removed alone: a test that passes without its safeguard proves nothing. */
export const mutants: readonly Mutant[] = [
  {
    breaks: 'the lock of an event’s seats',
    file: `${api}/seats/store.ts`,
    from: 'order by id for update`',
    to: 'order by id`',
    killedBy: {
      file: `${api}/sales/last-seat.test.ts`,
      test: 'two buyers for the last seat: one gets it',
    },
  },
  {
    breaks: 'the unique key by which a cart heads one purchase',
    file: `${api}/migrations/0011-a-hold-is-spent-once.sql`,
    from: 'create unique index one_purchase_a_cart',
    to: 'create index one_purchase_a_cart',
    killedBy: {
      file: `${api}/sales/spent-once.test.ts`,
      test: 'behind the line, the database lets a cart head one purchase',
    },
  },
  {
    breaks: 'comparing the holds that were dropped with those that were taken',
    file: `${api}/seats/save-stock.ts`,
    from: 'if (dropped !== change.taken.length)',
    to: 'if (dropped > change.taken.length)',
    killedBy: {
      file: `${api}/sales/spent-once.test.ts`,
      test: 'a stock that took a hold which somebody else has ended is not saved',
    },
  },
  {
    breaks: 'the answer of the compare-and-set that makes a payment paid',
    file: `${api}/payments/settle-payments.ts`,
    from: "one.verdict === 'paid' && !moved.has(one.payment.id)",
    to: "one.verdict === 'paid' && false",
    killedBy: {
      file: `${api}/payments/callbacks/counted-once.test.ts`,
      test: 'without any lock the row still decides: of two that read it unpaid, one is paid',
    },
  },
  {
    breaks: 'the check of a posting’s sum',
    file: `${api}/migrations/0140-money-entries.sql`,
    from: 'having sum(cents) <> 0',
    to: 'having sum(cents) is null',
    killedBy: {
      file: `${api}/ledger/book.test.ts`,
      test: 'a posting that does not sum to zero is refused, with all that is booked beside it',
    },
  },
  {
    breaks: 'the check of whose purchase it is',
    file: `${api}/purchases/store.ts`,
    from: '} and id = ',
    to: '} or id = ',
    killedBy: {
      file: `${api}/purchases/own-purchases.test.ts`,
      test: 'a purchase is its buyer’s and its organization’s, and nobody else’s',
    },
  },
  {
    breaks: 'the check of a ticket’s signature',
    file: `${api}/tickets/qr-token.ts`,
    from: 'return isSigned ? token.facts : undefined',
    to: 'return isSigned || !isSigned ? token.facts : undefined',
    killedBy: { file: `${api}/tickets/qr-token.test.ts`, test: 'another key, or no key, opens nothing' },
  },
  {
    breaks: 'the lookup of an earlier act under the same key',
    file: `${api}/sales/serve-group.ts`,
    from: 'if (!before) return decideWish(stock, wish, holdings)',
    to: 'if (before || !before) return decideWish(stock, wish, holdings)',
    killedBy: {
      file: `${api}/sales/place-purchase.test.ts`,
      test: 'the same key twice is one purchase and the same bytes',
    },
  },
  {
    breaks: 'which calls may be sent twice',
    file: 'api-client/make-request.ts',
    from: "isRepeatable: endpoint.method === 'GET' || idempotencyKey !== undefined",
    to: 'isRepeatable: true',
    killedBy: {
      file: 'api-client/make-request.test.ts',
      test: 'only reads and calls with a key are repeated: a refresh that is sent twice ends its session',
    },
  },
  {
    breaks: 'the check for an open prompt before a purchase is cancelled',
    file: `${api}/payments/cancel-purchase.ts`,
    from: 'if (open) throw',
    to: 'if (open && !open) throw',
    killedBy: {
      file: `${api}/payments/prompts/open-prompt.test.ts`,
      test: 'an open prompt keeps its purchase from being given up, and says until when',
    },
  },
  {
    breaks: 'the report of money in a purchase that expires',
    file: `${api}/purchases/expire-purchases.ts`,
    from: 'for (const row of rows) await tellOfOwedMoney(ctx, tx, row)',
    to: 'for (const row of rows.slice(0, 0)) await tellOfOwedMoney(ctx, tx, row)',
    killedBy: {
      file: `${api}/payments/needs-a-person.test.ts`,
      test: 'a purchase that expires part-paid reaches a person, and buyer and organiser are told',
    },
  },
  {
    breaks: 'comparing a callback’s ids with those of its prompt',
    file: `${api}/payments/callbacks/check-callback.ts`,
    from: 'if (!isLost && !hasSameIds(attempt, said))',
    to: 'if (isLost && !isLost && !hasSameIds(attempt, said))',
    killedBy: {
      file: `${api}/payments/callbacks/forged-callbacks.test.ts`,
      test: 'the right address with the wrong ids is not believed',
    },
  },
  {
    breaks: 'the index by which a ticket is admitted once a day',
    file: `${api}/migrations/0050-entrances.sql`,
    from: 'create unique index one_admission_a_day on scans (ticket_id, entrance_id, day)',
    to: 'create unique index one_admission_a_day on scans (id, ticket_id, entrance_id, day)',
    killedBy: {
      file: `${api}/check-in/two-gates.test.ts`,
      test: 'two gates that scan one ticket at once let one person in',
    },
  },
  {
    breaks: 'the limit per person',
    file: `${api}/sales/rules.ts`,
    from: "if (limit) return { ok: false, reason: 'limit_reached', limit }",
    to: "if (limit && !limit) return { ok: false, reason: 'limit_reached', limit }",
    killedBy: {
      file: `${api}/sales/spent-once.test.ts`,
      test: 'one person never has more than the limit, however many ask at once',
    },
  },
  {
    breaks: 'the scope of whoever calls',
    file: `${api}/http/serve-routes.ts`,
    from: 'return asCaller(caller, () =>',
    to: 'return acrossOrganizations(() =>',
    killedBy: {
      file: `${api}/second-wall.test.ts`,
      test: 'a statement that forgot whose rows it is about shows and changes nothing of another organization',
    },
  },
  {
    breaks: 'the policy that keeps a table to its organization',
    file: `${api}/migrations/0151-walls-between-organizations.sql`,
    from: 'using (organization_id = (select current_organization()))',
    to: 'using (organization_id is not null)',
    killedBy: {
      file: `${api}/walls.test.ts`,
      test: 'from no scope is anything of another organization written, whatever the table',
    },
  },
  {
    breaks: 'the list of who may make a call',
    file: `${api}/http/serve-routes.ts`,
    from: 'if (endpoint.actor.some((kind) => kinds.includes(kind))) return',
    to: 'if (endpoint.actor.length + kinds.length > 0) return',
    killedBy: {
      file: `${api}/http/access.test.ts`,
      test: 'every call does for every caller what the contract says, with what is theirs and with nothing else',
    },
  },
  {
    breaks: 'the clause that keeps a person to their own purchases',
    file: `${api}/purchases/store.ts`,
    from: "if ('userId' in owner) return sql`user_id = ",
    to: "if ('userId' in owner) return sql`user_id is not null and null::uuid is distinct from ",
    killedBy: {
      file: `${api}/http/access.test.ts`,
      test: 'every call does for every caller what the contract says, with what is theirs and with nothing else',
    },
  },
]
