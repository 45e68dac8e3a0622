import { createHash } from 'node:crypto'
import type { ScanId, UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'

/** The id of a scan: the device's own, else one that the agent and the key of the call always lead to, else a new one. */
export function scanIdOf(
  given: ScanId | undefined,
  agentId: UserId,
  idempotencyKey: string | undefined,
): ScanId {
  if (given !== undefined) return given
  return (idempotencyKey === undefined ? newUuid() : uuidOf(`${agentId}\n${idempotencyKey}`)) as ScanId
}

/** A uuid v8 (RFC 9562, 5.8): 122 bits of SHA-256. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
