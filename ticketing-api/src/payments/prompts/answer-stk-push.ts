import { stkPush } from '@event-sphere/contract/payments'
import { z } from 'zod'
import { KeptReply } from '../../call/route.ts'
import type { Context } from '../../context.ts'
import { type StartPrompt, startPrompt } from './start-prompt.ts'

/** POST /payments/mpesa/stk-push: a retry under the same key gets the same payment, as it stands now. */
export async function answerStkPush(ctx: Context, asked: StartPrompt): Promise<KeptReply> {
  const { status, isReplay } = await startPrompt(ctx, asked)
  return new KeptReply(JSON.stringify(z.encode(stkPush.reply, status)), isReplay)
}
