import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from '../sale/load.ts'
import { openScene } from '../scene/open-scene.ts'
import { type CpuProfile, readShares } from './read-shares.ts'

const buyers = 64
const answers = 20_000

/** Profiles the API process while it sells to 64 buyers: time by package, and the most expensive functions. */
export async function measureProfile() {
  const folder = await mkdtemp(join(tmpdir(), 'event-sphere-profile-'))
  const scene = await openScene({
    nodeFlags: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'],
  })
  try {
    await load(scene, { path: '/purchases', buyers, answers })
  } finally {
    await scene.close()
  }
  try {
    const shares = readShares(await readProfile(folder))
    console.table(shares.packages)
    console.table(shares.functions)
    return shares
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readProfile(folder: string): Promise<CpuProfile> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'))
  if (!file) throw new Error('Node wrote no profile')
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile
}
