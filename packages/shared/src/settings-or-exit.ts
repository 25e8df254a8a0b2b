import { BadEnvironment } from './read-environment.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings that `read` makes of the environment. If it refuses them, whoever set the program up is told what to mend,
 * without a stack, and the program ends with exit code 1. For main.ts files alone.
 */
export function settingsOrExit<Settings>(read: (env: Environment) => Settings, env: Environment): Settings {
  try {
    return read(env)
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
