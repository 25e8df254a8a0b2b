import type { Fault } from './fault.ts'

/** Other faults are over by now; a delivery that began before may still be refused for their sake. */
const CALM_MS = 1_500

export const rollingRestart: Fault = {
  about: 'every program is replaced, one after another; the sender must not notice',
  part: 'everything',
  run: async stage => {
    const programs = [...stage.ingests, ...stage.workers]
    for (const program of programs) await program.becomesReady(stage.signal)
    await stage.sleep(CALM_MS)

    const begun = stage.now()
    for (const program of programs) {
      const how = await program.replace(stage.signal)
      if (how !== 'exit code 0') stage.object(`${program.name} was asked to end, and ended with ${how}`)
    }
    const refused = stage.sender.refusedBetween(begun, stage.now())
    if (refused.length > 0)
      stage.object(`a rolling restart was noticed by ${refused.length} deliveries: ${refused[0]?.answer}`)
    return 'done'
  }
}
