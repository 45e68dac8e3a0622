import type { LookupAddress, LookupOptions } from 'node:dns'
import { isPublicAddress } from './is-public-address.ts'
import type { Resolve } from './webhook-wire.ts'

/** A name leads to an address inside a network. */
export class AddressRefused extends Error {
  override name = 'AddressRefused'
  constructor() {
    super('the name leads to an address inside a network')
  }
}

type Done = (fault: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * A `lookup` for a socket: it connects to an address that was checked, or to none, so that a name which is resolved
 * twice and differently (DNS rebinding) gains nothing. One address inside is enough to refuse them all.
 */
export const guardedLookup =
  (resolve: Resolve) =>
  (host: string, options: LookupOptions, done: Done): void =>
    resolve(host, { ...options, all: true }, (fault, addresses) => {
      if (fault) return done(fault, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new AddressRefused(), [])
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
