import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { newUuid } from '@event-sphere/kit/ids'
import { findProcess } from '../running-process.ts'

/**
 * Takes the turn of this file if nobody has it. The turn of a process that was killed is given back for it, and somebody
 * takes it at the next try.
 * @returns whether it is taken; to give it back, remove the file
 */
export function takeTurn(file: string, isOver = hasEnded): boolean {
  if (link(file)) return true
  const holder = readHolder(file)
  if (holder !== undefined && isOver(holder)) giveBack(file, holder)
  return false
}

/** False if it is there already. */
function link(file: string): boolean {
  const own = `${file}-${newUuid()}`
  // Written before it has the name that others look for, so that nobody reads half of it.
  writeFileSync(own, nameOf(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    return false
  } finally {
    rmSync(own)
  }
}

/**
 * Others may have seen the same dead holder, and one of them may have given its turn back and a third taken it: so this is
 * done in a turn of its own, and the holder looked at again in it.
 */
function giveBack(file: string, holder: string): void {
  const ending = `${file}.over`
  if (!takeTurn(ending)) return
  try {
    if (readHolder(file) === holder) rmSync(file)
  } finally {
    rmSync(ending)
  }
}

const hasEnded = (holder: string) => nameOf(Number.parseInt(holder, 10)) !== holder

/** A process id is used again, so its start belongs to its name. */
function nameOf(pid: number): string {
  return `${pid} ${findProcess(pid)?.startMark}`
}

/** What stands in the file; undefined if it was given back in the meantime. */
function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
