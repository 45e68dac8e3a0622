import type { Kysely, Transaction } from 'kysely'

// biome-ignore lint/complexity/noBannedTypes: stores write plain SQL; Kysely carries it and the transaction.
export type Tables = {}
/** Reads; a transaction can read too. */
export type Reader = Kysely<Tables>
/** Writes require one of these, so that the type says whether the code is inside a transaction. */
export type Tx = Transaction<Tables>
