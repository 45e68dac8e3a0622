import type { Page } from 'playwright-core'

export type Weight = { url: string; kind: string; bytes: number }

/** Counts the bytes that a page receives, compressed, including headers. */
export async function putOnScale(page: Page) {
  const weights: Weight[] = []
  const underWay = new Map<string, Weight>()
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  wire.on('Network.requestWillBeSent', ({ redirectResponse: response, type = 'Other' }) => {
    if (response) weights.push({ url: response.url, kind: type, bytes: response.encodedDataLength })
  })
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    underWay.set(requestId, { url: response.url, kind: type, bytes: 0 })
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const weight = underWay.get(requestId)
    if (weight) weights.push({ ...weight, bytes: encodedDataLength })
  })
  const sum = (fits: (weight: Weight) => boolean) =>
    weights.filter(fits).reduce((bytes, weight) => bytes + weight.bytes, 0)
  return {
    weights,
    total: () => sum(() => true),
    of: (kind: 'Document' | 'Script' | 'Stylesheet' | 'Image' | 'Font') =>
      sum((weight) => weight.kind === kind),
  }
}
