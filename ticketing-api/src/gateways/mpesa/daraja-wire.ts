import { Agent } from 'undici'

/**
 * Every connection to Safaricom. Names are looked up and connections made well before anybody's patience ends, so that what was
 * never sent can be told from what may have been. Its answers are a few hundred bytes; an endless one is cut off.
 */
export const darajaWire = new Agent({ connect: { timeout: 4000 }, maxResponseSize: 64 * 1024 })
