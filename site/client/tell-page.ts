import { z } from 'zod'
import type { Site } from '../backend/site.ts'
import { safePath } from './safe-path.ts'

/** What the answer to a form is about: a refusal, a sent link, or a fault. */
type Topic = 'refused' | 'sent' | 'fault'

const lastsMilliseconds = 30 * 60_000
const told = z.object({ at: z.number(), by: z.string().nullable(), content: z.unknown() })

/**
 * A form is always answered with a redirect, so reloading or returning to the page sends nothing again. The message for
 * that page is sealed in its address: it needs no script and no storage on the server, and lasts as long as the page.
 * Another browser, or another person in this one, cannot read it.
 */
export function addressTelling(site: Site, path: string, topic: Topic, content: unknown): string {
  const url = new URL(safePath(path, '/'), site.publicUrl)
  const by = site.session.user?.id ?? null
  for (const old of ['refused', 'sent', 'fault'] satisfies Topic[]) url.searchParams.delete(old)
  url.searchParams.set(topic, site.formToken.seal({ at: site.now().getTime(), by, content }))
  return url.pathname + url.search
}

export function readTold(site: Site, address: string, topic: Topic): unknown {
  const sealed = new URL(address, site.publicUrl).searchParams.get(topic)
  const read = told.safeParse(sealed && site.formToken.open(sealed))
  if (!read.success || read.data.by !== (site.session.user?.id ?? null)) return undefined
  return site.now().getTime() - read.data.at < lastsMilliseconds ? read.data.content : undefined
}
