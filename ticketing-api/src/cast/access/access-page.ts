import type { ActorKind, Endpoint } from '@event-sphere/contract/endpoint'
import { nameOf } from './cells.ts'
import { namedPlaces, sayExample } from './fit-examples.ts'
import type { Noun } from './nouns.ts'
import { listedBy, placesOf } from './places.ts'
import { type Reach, reachOf } from './reaches.ts'

const actors: ActorKind[] = ['public', 'customer', 'guest', 'key', 'agent', 'admin', 'platform']

const words: Record<Reach, string> = {
  own: 'own',
  guests: "guests'",
  organization: "organization's",
  published: 'published',
  everything: 'all',
}

const head = `# Who may do what

Written by \`npx vitest run --project rooms http/access -u\` from the contract and from
\`ticketing-api/src/cast/access/reaches.ts\`; \`http/access.test.ts\` asks the API every cell of it.

Each row is a call and what it is about. An actor reaches with it

- **own**: what they bought or registered themselves;
- **guests'**: what guests bought from the organization by its key;
- **organization's**: what belongs to the organization that they work for;
- **published**: what anybody may see and buy;
- **all**: everything in the installation, and **yes**: the call is about nothing that could be somebody else's.

Everything further away is answered exactly like something that does not exist: \`not_found\` for what the path names. An actor
with a dash gets 403 \`forbidden\`, and nobody gets 401 \`unauthenticated\`. Whoever has an account is a customer too, and a key is
\`key\` and \`guest\`.
`

/** The matrix for people to read. */
export async function accessPage(endpoints: readonly Endpoint[]): Promise<string> {
  const rows = await Promise.all(endpoints.map(rowsOf))
  const table = [['call', 'about', ...actors], ['---', '---', ...actors.map(() => '---')], ...rows.flat()]
  return `${head}\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

async function rowsOf(endpoint: Endpoint): Promise<string[][]> {
  const nouns = await nounsOf(endpoint)
  const call = `\`${nameOf(endpoint)}\``
  if (nouns.length === 0) return [[call, '', ...actors.map((actor) => tell(endpoint, actor, 'yes'))]]
  return nouns.map((noun, at) => [
    at === 0 ? call : '',
    noun.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace('api key', 'API key'),
    ...actors.map((actor) => tell(endpoint, actor, words[reachOf(actor, noun)])),
  ])
}

/** What a call names, else what it lists, else what it may name. */
async function nounsOf(endpoint: Endpoint): Promise<Noun[]> {
  const named = namedPlaces(endpoint, await sayExample(endpoint)).map(({ noun }) => noun)
  const about = named.length > 0 ? named : (listedBy(endpoint) ?? placesOf(endpoint)[0]?.noun ?? [])
  return [...new Set([about].flat())]
}

const tell = ({ actor: listed }: Endpoint, actor: ActorKind, word: string) =>
  listed.includes(actor) ? word : '–'
