import type { FastifyRequest } from 'fastify'
import { invalidField, invalidPayload } from './daraja-refusal.ts'

export type Fields = Readonly<Record<string, unknown>>

function parse(text: unknown): Fields | undefined {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Reads the body like Daraja: with another content type it finds no fields, and names the first one. */
export function readFields(request: FastifyRequest, firstField: string): Fields {
  const contentType = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw invalidField(firstField)
  const fields = parse(request.body)
  if (!fields) throw invalidPayload()
  return fields
}

/** The fields of any body; nothing is refused here. */
export function peekFields(request: FastifyRequest): Fields {
  return parse(request.body) ?? {}
}

/** A field as text. Daraja accepts numbers quoted or bare, with spaces around them. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' ? value.trim() : ''
}
