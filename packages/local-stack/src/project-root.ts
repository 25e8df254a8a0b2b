import { fileURLToPath } from 'node:url'

/** The folder of this checkout: `.local/` lies in it. Seen from `packages/local-stack/dist/`. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url))
