import { createContext as createLoadContext } from 'react-router'
import type { Site } from '../backend/site.ts'

/** What loaders and actions get from the backend: `context.get(siteContext)`. */
export const siteContext = createLoadContext<Site>()
