import { PATIENCE_MS } from './fault.ts'
import { ofAWorker } from './with-program.ts'

export const mailDies = ofAWorker(
  'the mail server takes a letter, and is gone before it says so',
  async ({ smtp }) => {
    const spring = () => {
      smtp.cut()
      return 'drop' as const
    }
    return (await smtp.wire.arm({ wants: () => true, spring, withinMs: PATIENCE_MS })) ? 'done' : 'missed'
  }
)
