/**
 * Which room may import which. A room is named by its folder; a file belongs to the room with the longest matching
 * name.
 */
export type Room = {
  folder: string
  /** Other rooms that it may import. */
  imports: string[]
  /** Single files of other rooms that it may import. */
  files?: string[]
  /** Rooms from which it may import only types. */
  types?: string[]
  /** What its tests may also import. */
  testsImport?: string[]
  /** If given, the only npm packages that it may import; its tests may import any. */
  packages?: string[]
  /** The reason, in the words of the map: shown with each violation. */
  because: string
}

export const rooms: Room[] = [
  {
    folder: 'contract',
    imports: [],
    packages: ['zod'],
    because: 'the contract is shared by all boxes, so it knows none of them and only zod',
  },
  {
    folder: 'api-client',
    imports: ['contract'],
    packages: ['zod', 'cockatiel'],
    because:
      'the client runs in browsers and in other programs, so it knows only the contract, and nothing of Node or our boxes',
  },
  {
    folder: 'kit',
    imports: [],
    because:
      'the kit consists of tools without a domain word, so it knows no box, contract or development tool',
  },
  {
    folder: 'ticketing-api',
    imports: ['contract', 'kit'],
    testsImport: ['sandbox', 'api-client'],
    because: 'the Ticketing API owns the truth and does not know who calls it',
  },
  {
    folder: 'site/client',
    imports: ['contract', 'site/client/ui'],
    types: ['site/backend'],
    because: 'a screen receives its services through the load context (context.ticketing, context.session)',
  },
  {
    folder: 'site/client/ui',
    imports: [],
    files: ['site/client/page.ts', 'site/client/locales/words.ts'],
    because: 'the parts of all screens know no noun of ours: a screen passes in what they show',
  },
  {
    folder: 'site/backend',
    imports: ['contract', 'api-client', 'kit'],
    because:
      'the backend calls the Ticketing API over HTTP, and what it counted itself would be counted twice',
  },
  {
    folder: 'site',
    imports: ['contract', 'api-client', 'kit', 'site/client', 'site/client/ui', 'site/backend'],
    because: 'files beside client and backend only configure their build',
  },
  {
    folder: 'gate',
    imports: ['contract', 'api-client'],
    because: 'the gate runs in a browser, if necessary offline',
  },
  {
    folder: 'sandbox',
    imports: [],
    because: 'a stand-in that shared our code would share our mistakes',
  },
  {
    folder: 'journeys',
    imports: ['contract', 'tools'],
    because: 'a journey uses only public interfaces',
  },
  {
    folder: 'bench',
    imports: ['contract', 'api-client', 'kit', 'ticketing-api', 'journeys', 'tools/postgres'],
    because: 'a measurement drives a box from outside, or a single verb of it',
  },
  {
    folder: 'tools',
    imports: ['contract', 'api-client', 'kit', 'tools/postgres'],
    files: [
      'ticketing-api/src/config.ts',
      'ticketing-api/src/call/scope.ts',
      'site/backend/config.ts',
      'sandbox/mpesa/config.ts',
      'sandbox/mail/config.ts',
    ],
    because: 'tools read the settings of the boxes, start them, and call them over HTTP',
  },
  {
    folder: 'tools/postgres',
    imports: ['kit'],
    files: ['tools/running-process.ts'],
    because: 'the embedded PostgreSQL is started for a folder, whatever it will contain',
  },
]

/** Inside the Ticketing API: each room may import only rooms further down, and never its neighbour. */
export const line: string[][] = [
  ['sales', 'check-in', 'cancellations'],
  ['payments'],
  ['purchases'],
  ['tickets'],
  ['ticket-types', 'entrances'],
  ['events'],
  ['seats'],
  ['auth', 'webhooks'],
  ['organizations'],
]

/** Rooms that act on what others enqueue; they are never imported. */
export const reachedByJobsOnly = ['webhooks']

/** A room's private furniture; other rooms may use its verbs, its view and, in tests, its cast. */
export const privateFurniture = ['store', 'rules', 'routes', 'jobs']

/** Parts of the Ticketing API that serve every room, and the rooms whose verbs they need. */
export const beneathAllRooms: Record<string, string[]> = {
  call: [],
  http: ['auth', 'organizations', 'webhooks'],
  gateways: [],
  locales: [],
  migrations: [],
  once: [],
  ledger: [],
  matters: [],
  invariants: [],
  limits: [],
  heartbeat: [],
  happenings: [],
}

/** Which room of the Ticketing API writes a table; any may read it in a join. */
export const tables: Record<string, string[]> = {
  organizations: ['organizations', 'api_keys'],
  auth: [
    'users',
    'memberships',
    'consents',
    'sessions',
    'refresh_tokens',
    'signing_keys',
    'email_links',
    'known_sources',
    'guess_keys',
  ],
  seats: ['quotas', 'ticket_type_quotas', 'holds', 'hold_items'],
  events: ['events', 'ticket_keys'],
  'ticket-types': ['ticket_types'],
  entrances: ['entrances', 'entrance_ticket_types'],
  tickets: ['tickets', 'holdings'],
  purchases: ['purchases', 'purchase_items'],
  payments: ['payments', 'callback_addresses', 'callbacks', 'mpesa_pauses'],
  sales: ['carts'],
  'check-in': ['scans'],
  once: ['idempotency_keys', 'answers_to_keys'],
  ledger: ['money_entries'],
  matters: ['matters'],
  limits: ['limit_counters'],
  invariants: ['invariant_checks'],
  heartbeat: ['worker_beats'],
  happenings: ['happenings'],
  webhooks: ['webhook_endpoints', 'webhook_secrets', 'webhook_deliveries'],
  gateways: ['mpesa_tokens'],
}

/** Who acts for all organizations at once (`acrossOrganizations`, `everything`, `lookAcross`), and why it cannot be one. */
export const acrossAll: Record<string, string> = {
  'call/scope.ts': 'says what it is',
  'http/serve-routes.ts': 'who calls, and for whom, is not known yet',
  'http/health.ts': 'gauges are of the installation',
  'auth/routes.ts': 'whoever signs in is nobody yet: where they work is read with their account',
  'limits/limit-doors.ts': 'a person, a phone and a network are what they are at every organization',
  'limits/within-seat-limits.ts': 'which event strangers want seats of is looked at before whose it is',
  'events/organization-of.ts': 'whose event it is, for whoever goes on in that scope',
  'events/create-event.ts': 'an event’s code is one of the installation',
  'ticket-types/place-of-type.ts': 'whose ticket type it is, for whoever goes on in that scope',
  'payments/callbacks/keep-group.ts': 'strangers knock; the address says whose it is',
  'payments/prompts/open-payment.ts': 'a phone shows one prompt at a time, whoever sent it',
  'handlers.ts': 'a job names a purchase or an event, and finds out whose it is',
  'start-sweeps.ts': 'a sweep looks for what is due anywhere',
  'raise-dead-job.ts': 'whose job it was is what it finds out',
  'create-platform-user.ts': 'the account that runs the installation',
  'migrate.ts': 'what fills a new column sees every row',
}

/** Columns that another room writes because they change together with its own rows. */
export const foreignWrites: Record<string, string[]> = {
  // mailed_at, when the mail with the tickets has been sent; last_serial, when tickets are numbered.
  tickets: ['purchases', 'ticket_types'],
}

/** First words of file names that are acts: such a file exports only the function that it is named after. */
export const verbs = new Set(
  `accept add announce answer ask beat begin book build buy call cancel change check claim clear close complete count create
  credit decide deliver delete describe draft draw encode end ensure enqueue exit expire export extend find follow forget get
  give guess hash identify issue join judge keep leave list load lock login logout look mail make mark measure move open pass
  place prepare prove raise read receive record redeem refresh refuse register reject release remove replay request reset
  resolve return revoke rotate save say scan seal send serve set settle sign start stop sweep take tell transfer turn verify
  view watch withdraw write`.split(/\s+/),
)

/** Names of things whose first word could be an act. */
export const nouns = ['scan-id', 'sign-in-source', 'sign-in-passes']

export const forbiddenWords = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'service',
  'base',
  'data',
  'index',
]

/** Names that are fixed elsewhere or needed by a framework. */
export const allowedNames = ['site/backend/auth-service', 'site/client/data']
