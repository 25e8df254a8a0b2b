import { readCodeVersion } from '@paidonce/shared/code-version'

/** The release of this program. */
export const codeVersion = (): string => readCodeVersion(new URL('../../package.json', import.meta.url))
