import type { SettlingRules } from '@paidonce/ledger/settling/settle-batch'

/** The rules of a worker without settings. */
export const SETTLING_RULES: SettlingRules = {
  requireRegistration: false,
  codeVersion: 'test',
  letterWaitMs: 0,
  wantsLineItems: false
}
