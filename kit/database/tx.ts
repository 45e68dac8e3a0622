import type { Kysely, Transaction } from 'kysely'

// biome-ignore lint/complexity/noBannedTypes: stores write plain SQL; Kysely carries it and the transaction.
export type Tables = {}
/** Reads; a transaction can read too. */
export type Reader = Kysely<Tables>
/** Writes ask for one of these, so that the type says when one is inside a transaction. */
export type Tx = Transaction<Tables>
