/** Who may import whom: the one table. A room is named by its folder; the longest name that fits a file is its room. */
export type Room = {
  folder: string
  /** Rooms of ours that it may import, besides itself. */
  imports: string[]
  /** Single files of other rooms that it may import. */
  files?: string[]
  /** Rooms of which it may import types alone. */
  types?: string[]
  /** What its tests may import besides. */
  testsImport?: string[]
  /** If given, the only npm packages that it may import; its tests may import any. */
  packages?: string[]
  /** Why, in the words of the map: shown to whoever crosses the line. */
  because: string
}

export const rooms: Room[] = [
  {
    folder: 'contract',
    imports: [],
    packages: ['zod'],
    because: 'the contract is what all boxes share, so it knows none of them and only zod',
  },
  {
    folder: 'api-client',
    imports: ['contract'],
    packages: ['zod', 'cockatiel'],
    because:
      'the client runs in browsers and at whoever calls the API, so it knows the contract and nothing of Node or of ours',
  },
  {
    folder: 'kit',
    imports: [],
    because:
      'the kit is tools without a domain word, so it knows no box, no contract and no tool of development',
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
    because: 'the parts of all screens know no noun of ours: what they show, a screen gives them',
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
    because: 'what lies beside client and backend only sets up their build',
  },
  {
    folder: 'gate',
    imports: ['contract', 'api-client'],
    because: 'the gate runs in a browser, with the network off if need be',
  },
  {
    folder: 'sandbox',
    imports: [],
    because: 'a stand-in that shared our code would share our mistakes',
  },
  {
    folder: 'journeys',
    imports: ['contract', 'tools'],
    because: 'a journey walks through the public doors only',
  },
  {
    folder: 'bench',
    imports: ['contract', 'api-client', 'kit', 'ticketing-api', 'journeys', 'tools/postgres'],
    because: 'a measurement drives a box from outside, or one verb of it alone',
  },
  {
    folder: 'tools',
    imports: ['contract', 'api-client', 'kit', 'tools/postgres'],
    files: [
      'ticketing-api/src/config.ts',
      'site/backend/config.ts',
      'sandbox/mpesa/config.ts',
      'sandbox/mail/config.ts',
    ],
    because: 'tools read the settings of the boxes, start them, and speak to them over HTTP',
  },
  {
    folder: 'tools/postgres',
    imports: ['kit'],
    files: ['tools/running-process.ts'],
    because: 'the PostgreSQL that npm brings is started for a folder, whatever is kept in it afterwards',
  },
]

/** Inside the Ticketing API: each may import only what stands further down, and never its neighbour. */
export const line: string[][] = [
  ['sales', 'check-in', 'reports', 'cancellations'],
  ['payments'],
  ['purchases'],
  ['tickets'],
  ['ticket-types', 'entrances'],
  ['events'],
  ['seats'],
  ['auth', 'webhooks'],
  ['organizations'],
]

/** Rooms that act on what others enqueue; nobody imports them. */
export const reachedByJobsOnly = ['webhooks']

/** A room's private furniture; its verbs, its view and its cast (for tests) are what others may use. */
export const privateFurniture = ['store', 'rules', 'routes', 'jobs']

/** Parts of the Ticketing API that serve every room, and the rooms whose verbs they need for it. */
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
  payments: ['payments', 'callbacks', 'mpesa_pauses'],
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

/** Columns that another room writes, since they change together with its own rows. */
export const foreignWrites: Record<string, string[]> = {
  // mailed_at, when the mail with its tickets has gone; last_serial, as tickets are numbered.
  tickets: ['purchases', 'ticket_types'],
}

/** First words of file names that are acts: such a file exports the one function that it is named for. */
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

/** The plan's own names, and what a framework looks for by name. */
export const allowedNames = ['site/backend/auth-service', 'site/client/data']
