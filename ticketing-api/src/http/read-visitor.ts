import { BlockList, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { networkOf, type Visitor } from '../call/visitor.ts'

/** The site's name for the browser that it speaks for. */
const browserHeader = 'x-visitor-browser'
const lists = new WeakMap<readonly string[], BlockList>()

/** Fastify has read X-Forwarded-For, from trusted peers alone; of a browser we hear from them alone, too. */
export function readVisitor(request: FastifyRequest, trusted: readonly string[]): Visitor {
  const said = request.headers[browserHeader]
  const isBelieved =
    typeof said === 'string' &&
    /^[\w-]{16,64}$/.test(said) &&
    isTrusted(trusted, request.socket.remoteAddress)
  // The address of a closed connection is undefined despite its type: such calls share one network.
  const address: string | undefined = request.ip
  return { network: networkOf(address ?? 'gone'), browser: isBelieved ? said : null }
}

function isTrusted(trusted: readonly string[], address = ''): boolean {
  const list = lists.get(trusted) ?? makeList(trusted)
  lists.set(trusted, list)
  const plain = address.replace(/^::ffff:/i, '')
  return list.check(plain, familyOf(plain))
}

function makeList(trusted: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of trusted) {
    const [address = '', bits] = range.split('/')
    if (bits === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
