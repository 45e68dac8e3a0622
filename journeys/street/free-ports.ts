import { createServer, type Server } from 'node:net'

const names = [
  'SITE_PORT',
  'TICKETING_PORT',
  'METRICS_PORT',
  'SANDBOX_MPESA_PORT',
  'SANDBOX_MAIL_PORT',
  'SANDBOX_SMTP_PORT',
] as const

/** A free port for each of the street's port settings, as environment variables. */
export async function findFreePorts(): Promise<Record<string, string>> {
  // All are open at once, so that they are all different.
  const servers = await Promise.all(names.map(listen))
  const ports = servers.map(portOf)
  await Promise.all(servers.map(close))
  return Object.fromEntries(names.map((name, place) => [name, String(ports[place])]))
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
