import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

const script = 'client/enhance/main.ts'
const scriptFile = fileURLToPath(new URL(script, import.meta.url))
const manifestFile = fileURLToPath(new URL('build/client/.vite/manifest.json', import.meta.url))
const virtualId = 'virtual:enhance'

/** Builds the attendee screens' one small script beside the router's own files, and tells the server its name. */
function enhance(): Plugin {
  return {
    name: 'enhance',
    buildStart() {
      if (this.environment.name !== 'client' || this.environment.mode !== 'build') return
      this.emitFile({ type: 'chunk', id: scriptFile, name: 'enhance' })
    },
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load(id) {
      if (id !== `\0${virtualId}`) return undefined
      const isServerBuild = this.environment.name === 'ssr' && this.environment.mode === 'build'
      return `export const enhanceUrl = ${JSON.stringify(isServerBuild ? builtUrl() : `/${script}`)}`
    },
  }
}

function builtUrl(): string {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { file: string }>
  const built = manifest[script]
  if (!built) throw new Error(`${script} is missing from the client build`)
  return `/${built.file}`
}

export default defineConfig({
  plugins: [enhance(), tailwindcss(), reactRouter()],
  build: { manifest: true, assetsInlineLimit: 0, modulePreload: false },
  server: { host: '127.0.0.1' },
})
