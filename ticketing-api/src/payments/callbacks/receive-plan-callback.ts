import type { Context } from '../../context.ts'
import { type Acknowledgement, acknowledgement } from './acknowledgement.ts'

/** The plan's fixed address: anybody can know it, so nothing that comes to it is believed. */
export async function receivePlanCallback(ctx: Context, source: string): Promise<Acknowledgement> {
  ctx.log.warn({ source }, "a callback came to the plan's address, which settles nothing")
  return acknowledgement
}
