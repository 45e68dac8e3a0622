import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'

export type RunningProcess = { pid: number; startMark: string; command: string }

/**
 * Finds the process with this id; undefined if there is none (a zombie has ended too). Ids are reused, so a recorded
 * process is the same one only if its `startMark` is the same.
 */
export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return process.platform === 'linux' ? readProc(pid) : askPs(pid)
}

/** Reads /proc, because small Linux images come without `ps`. */
function readProc(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself contain spaces and brackets: proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startTicks] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X' || startTicks === undefined) return undefined
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { pid, startMark: startTicks, command }
  } catch {
    return undefined
  }
}

function askPs(pid: number): RunningProcess | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim()
    // lstart is five words: Wed Jul 15 08:00:00 2026
    const match = /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line)
    if (!match?.[1] || !match[2] || match[1].startsWith('Z')) return undefined
    return { pid, startMark: match[2], command: match[3] ?? '' }
  } catch {
    return undefined
  }
}

/** Resolves to true once the process has ended, to false if it still runs after that many milliseconds. */
export async function waitForEnd(found: RunningProcess, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (findProcess(found.pid)?.startMark === found.startMark) {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
