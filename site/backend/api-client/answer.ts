import { type Problem, problem } from '@event-sphere/contract/problem'

/** What the API said: its reply, or why it refused. Faults of the way there look like a refusal too: `unavailable`. */
export type Answer<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem }

export interface RawAnswer {
  status: number
  contentType: string
  bytes: Uint8Array
}

export function readAnswer<Reply>(raw: RawAnswer): Answer<Reply> {
  const json = readJson(raw)
  if (raw.status >= 200 && raw.status < 300) return { ok: true, reply: json as Reply }
  return { ok: false, problem: readProblem(raw.status, json) }
}

export function readProblem(status: number, json: unknown): Problem {
  const read = problem.safeParse(json)
  return read.success ? read.data : makeProblem(status)
}

/** Without words: the screens have their own for this. */
export function makeProblem(status: number): Problem {
  return { type: 'about:blank', title: '', status, code: 'unavailable', detail: '', requestId: '' }
}

export function readJson({ contentType, bytes }: RawAnswer): unknown {
  if (bytes.length === 0 || !/[/+]json\b/.test(contentType)) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
