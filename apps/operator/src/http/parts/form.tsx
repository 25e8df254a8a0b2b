import type { Who } from '../who/who.ts'

/** In every form that changes something: shows that it is one of ours. */
export const FormToken = ({ who }: Readonly<{ who: Who | null }>) =>
  typeof who?.formToken === 'string' ? <input type="hidden" name="form_token" value={who.formToken} /> : null
