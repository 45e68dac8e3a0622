import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { newUuid } from '@event-sphere/kit/ids'
import { findProcess } from '../running-process.ts'

/**
 * Takes the turn of this file if it is free. The turn of a killed process is released, and can be taken at the next
 * try.
 * @returns whether it was taken; to release it, remove the file
 */
export function takeTurn(file: string, isOver = hasEnded): boolean {
  if (link(file)) return true
  const holder = readHolder(file)
  if (holder !== undefined && isOver(holder)) giveBack(file, holder)
  return false
}

/** False if it exists already. */
function link(file: string): boolean {
  const own = `${file}-${newUuid()}`
  // Written before it gets its final name, so that no process reads an incomplete file.
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
 * Others may have seen the same dead holder; one may have released its turn and a third taken it. So this is done
 * within a separate turn, and the holder is checked again.
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

/** Process ids are reused, so the start time is part of the name. */
function nameOf(pid: number): string {
  return `${pid} ${findProcess(pid)?.startMark}`
}

/** The content of the file; undefined if it was released in the meantime. */
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
