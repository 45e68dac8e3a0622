import type { ComponentType } from 'react'
import type { ServerBuild } from 'react-router'
import { onTestFinished } from 'vitest'

interface LentRoute {
  default: ComponentType
  handle?: object
  headers?: () => HeadersInit
}

const built = new URL('../../build/server/index.js', import.meta.url)

/** Adds a screen to the build for one test, at `/${name}`, as if it were in routes.ts. */
export async function lendRoute(name: string, screen: LentRoute): Promise<void> {
  const { routes, assets } = (await import(built.href)) as ServerBuild
  const place = { id: name, parentId: 'root', path: name }
  routes[name] = { ...place, module: { ...screen } }
  const file = `/assets/${name}.js`
  const asset = { ...place, module: file, hasAction: false, hasLoader: false, hasErrorBoundary: false }
  assets.routes[name] = {
    ...asset,
    ...{ hasClientAction: false, hasClientLoader: false, hasClientMiddleware: false, imports: [], css: [] },
    ...{ clientActionModule: undefined, clientLoaderModule: undefined, clientMiddlewareModule: undefined },
    hydrateFallbackModule: undefined,
  }
  onTestFinished(() => {
    delete routes[name]
    delete assets.routes[name]
  })
}
