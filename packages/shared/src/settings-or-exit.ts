import { BadEnvironment } from './read-environment.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Program = Readonly<{
  env: Environment
  stderr: { write: (text: string) => unknown }
  exit: (code: number) => never
}>

/**
 * The settings that `read` makes of the program's environment. If it refuses them, whoever set the program up is told what
 * to mend, without a stack, and the program ends with exit code 1. `program` is `process`, which main.ts files have.
 */
export function settingsOrExit<Settings>(read: (env: Environment) => Settings, program: Program): Settings {
  try {
    return read(program.env)
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error
    program.stderr.write(`${error.message}\n`)
    program.exit(1)
  }
}
