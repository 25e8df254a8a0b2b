/** One caught mail. `text` and `html` are as the sender wrote them: never to be trusted. */
export type Letter = Readonly<{
  id: string
  from: string
  /** The addresses it was really handed to, not those it shows. */
  to: readonly string[]
  subject: string
  messageId: string
  /** When it was caught, ISO 8601. */
  date: string
  text: string
  html: string
}>
