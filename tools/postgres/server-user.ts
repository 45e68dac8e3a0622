import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import process from 'node:process'

/** PostgreSQL refuses to run as root, so root needs another user. */
export type ServerUser =
  | { kind: 'self' }
  /** Root outside, user 1000 inside a user namespace: files belong to root, and any folder can be reached. */
  | { kind: 'namespace' }
  | { kind: 'other'; name: string; uid: number; gid: number }

const namespace = ['--user', '--map-user=1000', '--map-group=1000']

/**
 * Chooses the user that runs the server. An existing cluster is run by its owner.
 * @throws if we are root and there is no other user to run it
 */
export function chooseServerUser(cluster: string, canUseNamespace = doesNamespaceWork): ServerUser {
  const self = process.getuid?.() ?? 0
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (self !== 0) {
    if (owner && owner.uid !== self) throw new Error(`${cluster} belongs to another user: start as that user`)
    return { kind: 'self' }
  }
  if (owner && owner.uid !== 0) {
    return { kind: 'other', name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  if (canUseNamespace()) return { kind: 'namespace' }
  const other = findUnprivilegedUser()
  if (!other)
    throw new Error('PostgreSQL does not run as root: start as an ordinary user, or set DATABASE_URL')
  return other
}

function doesNamespaceWork(): boolean {
  return spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0
}

function findUnprivilegedUser(): ServerUser | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { kind: 'other', name, uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}

/** Arguments for `spawn`: the command as that user, without our environment (it may contain secrets). */
export function commandAs(user: ServerUser, command: string, parameters: string[]) {
  const inNamespace = user.kind === 'namespace'
  return {
    command: inNamespace ? 'unshare' : command,
    parameters: inNamespace ? [...namespace, command, ...parameters] : parameters,
    options: {
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...(user.kind === 'other' ? { uid: user.uid, gid: user.gid } : {}),
    },
  }
}

/** Runs a command as that user to its end. @throws with its output if it fails */
export async function runAs(user: ServerUser, program: string, parameters: string[]): Promise<void> {
  const { command, parameters: all, options } = commandAs(user, program, parameters)
  const child = spawn(command, all, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) throw new Error(`${program} failed:\n${printed.trim()}`)
}

export function giveTo(user: ServerUser, path: string): void {
  if (user.kind === 'other') chownSync(path, user.uid, user.gid)
}
