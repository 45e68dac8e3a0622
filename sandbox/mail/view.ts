import type { Message } from './message.ts'

export const attachmentPath = (id: string, at: number): string => `/api/messages/${id}/attachments/${at}`

export function viewMessage(message: Message) {
  const { raw: _raw, sender: _sender, receivedAt: _receivedAt, attachments, ...shown } = message
  return {
    ...shown,
    attachments: attachments.map((facts, at) => ({
      filename: facts.filename,
      contentType: facts.contentType,
      contentId: facts.contentId ?? null,
      size: facts.size,
      url: attachmentPath(message.id, at),
    })),
  }
}
