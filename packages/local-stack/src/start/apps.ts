import { type Environment, ingestEnvironment, type Places, workerEnvironment } from './app-environment.ts'

export type App = Readonly<{
  name: string
  /** Its entry file, seen from the project's folder. */
  main: string
  environment(places: Places, user: Environment): Environment
}>

/** What `npm start` runs, in this order; it stops them in the opposite one. */
export const apps: readonly App[] = [
  { name: 'worker', main: 'apps/worker/dist/main.js', environment: workerEnvironment },
  { name: 'ingest', main: 'apps/ingest/dist/main.js', environment: ingestEnvironment }
]
