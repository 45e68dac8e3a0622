/** `+254712345678` as `+2547•••••678`: enough for its owner to know it, too little for anybody else. */
export function maskPhone(phone: string): string {
  if (phone.length < 9) return '•••'
  return `${phone.slice(0, 5)}${'•'.repeat(phone.length - 8)}${phone.slice(-3)}`
}
