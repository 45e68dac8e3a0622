import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { checkPorts } from './check-ports.ts'
import { readStartConfig } from './config.ts'
import { openStreet } from './street.ts'
import { clearStreet, openStreetFile } from './street-file.ts'

const root = join(import.meta.dirname, '../..')

/** `npm start`: the whole street, until Ctrl-C. */
async function main(): Promise<void> {
  const { config, faults, ports } = readStartConfig(root)
  if (!config) return refuse([...faults, ...(await checkPorts(ports))])
  mkdirSync(config.dataDir, { recursive: true })
  const running = await clearStreet(config.dataDir, say)
  if (running) return refuse([running])
  const taken = await checkPorts(ports)
  if (taken.length > 0) return refuse(taken)

  const streetFile = openStreetFile(config.dataDir)
  const { dataDir } = config
  const street = openStreet(config, process.env, { root, dataDir, streetFile, say, giveUp })
  let ending: Promise<void> | undefined
  const end = (code: number) => {
    ending ??= (async () => {
      streetFile.markStopping()
      await street.stop()
      streetFile.remove()
      process.exit(code)
    })()
    return ending
  }
  function giveUp(reason: string): void {
    if (ending) return
    say(`the street stops: ${reason}`)
    void end(1)
  }
  stopWhenAsked(() => {
    if (!ending) say('\nstopping, the database last …')
    void end(0)
  })

  try {
    say(await street.stand())
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error))
  }
}

function stopWhenAsked(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // Whoever started us is gone, terminal and all: nobody is left to press Ctrl-C.
  process.on('disconnect', stop)
  process.channel?.unref()
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
}

function refuse(lines: string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
