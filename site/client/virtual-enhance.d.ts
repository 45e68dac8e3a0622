/// <reference types="vite/client" />

/** Made by the `enhance` plugin of vite.config.ts. */
declare module 'virtual:enhance' {
  export const enhanceUrl: string
}
