import { isTest } from './is-test.ts'
import { acrossAll } from './rooms.ts'
import type { SourceFile } from './source-file.ts'

const folder = 'ticketing-api/src/'
/** Tests, their cast and the model look at an installation from outside. */
const isOutside = (path: string) => isTest(path) || /(?:^|\/)(?:cast|model)(?:\/|\.ts$)/.test(path)

/** Who steps over the walls between organizations without being named for it. */
export function findScopeFaults({ path, text }: SourceFile): string[] {
  if (!path.startsWith(folder) || isOutside(path)) return []
  if (path.slice(folder.length) in acrossAll) return []
  const [word] = /\b(?:acrossOrganizations|lookAcross|everything(?=,? .*scope\.ts'))\b/.exec(text) ?? []
  if (!word) return []
  return [`${path} uses ${word}: go on in one organization's scope, or say in rooms.ts why it cannot be one`]
}
