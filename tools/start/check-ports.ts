import { createServer } from 'node:net'
import type { PortName } from './config.ts'

/** One line for each port that cannot be used, before anything starts. */
export async function checkPorts(ports: Partial<Record<PortName, number>>): Promise<string[]> {
  const faults = await Promise.all(Object.entries(ports).map(([name, port]) => checkPort(name, port)))
  return faults.filter((fault) => fault !== undefined)
}

function checkPort(name: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(describe(name, port, error)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

function describe(name: string, port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `${name} ${port} is in use: stop the other process or change ${name}`
  if (error.code === 'EACCES')
    return `${name} ${port} needs more rights than this user has: set ${name} above 1023`
  return `${name} ${port} cannot be used: ${error.message}`
}
