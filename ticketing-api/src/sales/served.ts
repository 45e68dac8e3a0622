import type { PurchaseId } from '@event-sphere/contract/values/ids'
import type { Draft } from './draft-purchase.ts'

/** What became of a wish: placed now, placed before under the same key, or begun before and still open. */
export type Served =
  | { kind: 'placed'; draft: Draft }
  | { kind: 'replay'; purchaseId: PurchaseId }
  | { kind: 'open'; purchaseId: PurchaseId }
