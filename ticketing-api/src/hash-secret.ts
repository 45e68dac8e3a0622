import { createHash } from 'node:crypto'

/** How a secret of ours is stored. It is random and of 128 bits or more, so there is nothing to guess and no slow hash is needed. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()
