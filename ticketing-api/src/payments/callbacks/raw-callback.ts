/** A callback as it came: the text of its body, whatever that is, and the shortcode of its header. */
export class RawCallback {
  readonly text: string
  readonly shortcode: string | undefined
  constructor(text: string, shortcode: string | undefined) {
    this.text = text
    this.shortcode = shortcode
  }
}

/** What `registerCallbackParser` has left in place of a body. */
export function callbackOf(body: unknown): RawCallback {
  if (body instanceof RawCallback) return body
  throw new Error('Callbacks are served where registerCallbackParser was called.')
}
