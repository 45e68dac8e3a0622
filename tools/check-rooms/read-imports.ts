export type Import = { target: string; line: number; isTypeOnly: boolean }

const patterns = [
  // import x from '…', export { x } from '…', import type …
  /(?:^|\n)[ \t]*(?<head>(?:import|export)\b[^'";]*?\bfrom)\s*['"](?<target>[^'"\n]+)['"]/g,
  // import '…'
  /(?:^|\n)[ \t]*(?<head>import)\s*['"](?<target>[^'"\n]+)['"]/g,
  // await import('…'), and the same in a type: import('…').X
  /(?<head>\bimport)\(\s*['"](?<target>[^'"\n]+)['"]/g,
]

/** Every import of a formatted TypeScript file. */
export function readImports(text: string): Import[] {
  const code = blankComments(text)
  const found = patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(({ groups, index, 0: whole }) => ({
      target: groups?.target ?? '',
      line: code.slice(0, index + whole.length).split('\n').length,
      isTypeOnly: bringsTypesAlone(groups?.head ?? ''),
    })),
  )
  return found.sort((one, other) => one.line - other.line)
}

function bringsTypesAlone(head: string): boolean {
  if (/^(?:import|export)\s+type\b/.test(head)) return true
  const names = /^(?:import|export)\s*\{(?<names>[^}]*)\}/.exec(head)?.groups?.names?.split(',') ?? []
  const given = names.map((name) => name.trim()).filter((name) => name !== '')
  return given.length > 0 && given.every((name) => name.startsWith('type '))
}

/** Replaces comments by blanks of the same length, so that line numbers are kept. */
function blankComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  )
}
