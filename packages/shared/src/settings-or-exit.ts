import { BadEnvironment } from './read-environment.ts'
import { UnusableModule } from './unusable-module.ts'

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
    return tellAndExit(error, program)
  }
}

/** The same for what a setting names and has to be loaded: if it is not usable, the program ends in the same way. */
export async function loadedOrExit<Loaded>(load: () => Promise<Loaded>, program: Program): Promise<Loaded> {
  try {
    return await load()
  } catch (error) {
    return tellAndExit(error, program)
  }
}

function tellAndExit(error: unknown, program: Program): never {
  if (!(error instanceof BadEnvironment || error instanceof UnusableModule)) throw error
  program.stderr.write(`${error.message}\n`)
  return program.exit(1)
}
