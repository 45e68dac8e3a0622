/** The same caller, call and key is the same act; the fingerprint tells a retry from another request. */
export interface OnceKey {
  hash: Buffer
  fingerprint: Buffer
}
